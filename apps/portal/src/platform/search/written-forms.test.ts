import { expect, it } from 'vitest';
import type { TypesetText } from '../i18n/typesetting.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { WrittenForms } from './written-forms.ts';

const forms = new WrittenForms();
const record = (typesetting: Record<string, TypesetText>) =>
  ({ kind: 'x', typesetting }) as unknown as PublishedRecord;
forms.onShown([
  record({
    'title.ja': [
      { text: '迷惑', reading: 'めいわく' },
      { text: 'メールの' },
      { text: '相談', reading: 'そうだん' },
    ],
    'summary.ja': [{ text: 'スマホ' }, { text: '教室', reading: 'きょうしつ' }],
    'description.ja': [{ text: '秘密', reading: 'ひみつ' }],
  }),
  {
    kind: 'synonyms',
    data: { groups: [{ words: ['詐欺', 'さぎ'] }, { words: ['ITパスポート', 'iパス'] }] },
    typesetting: {},
  } as unknown as PublishedRecord,
]);

it.each([
  ['めいわくめーる', '迷惑メール'],
  ['メイワクメール', '迷惑メール'],
  ['きょうしつ', '教室'],
  ['kyoushitsu', '教室'],
  ['すまほきょうしつ', 'スマホ教室'],
  ['sagi', '詐欺'],
  ['ipass', 'iパス'],
  ['あいぱす', 'iパス'],
  ['そうだん 東京', '相談 東京'],
])('%s is written %s', (typed, written) => {
  expect(forms.of(typed)).toBe(written);
});

it.each(['ひみつ', 'にほんご', 'password', '相談', 'い', '', 'あ'.repeat(400)])(
  '%s is left as typed',
  (typed) => {
    expect(forms.of(typed)).toBeUndefined();
  },
);
