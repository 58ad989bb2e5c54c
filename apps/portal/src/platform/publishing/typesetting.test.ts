import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTypesetter, loadTokenizer } from '../typesetting/japanese-typesetter.ts';
import { typesetFields } from './typesetting.ts';

const typeset = createTypesetter(await loadTokenizer(), new Map());
const sentence = '情報を守る基本を、やさしく学びます。';
const textOf = (runs: { text: string }[] | undefined) => runs?.map(({ text }) => text).join('');

it('a long text is typeset as it would be whole, and others have their turn meanwhile', async () => {
  const text = sentence.repeat(300);
  let [turns, over] = [0, false];
  const others = (async () => {
    for (; !over; turns += 1) await setImmediate();
  })();
  const { 'note.ja': runs } = await typesetFields({ note: { ja: text } }, typeset);
  over = true;
  await others;
  expect(turns).toBeGreaterThanOrEqual(Math.floor(text.length / 1_000));
  expect(runs).toEqual(typeset(text));
});

it.each([
  ['without a sentence', '漢字'.repeat(4_000)],
  ['of characters of two halves', `a${'𠮷'.repeat(3_000)}`],
  ['of lines', '漢字の行\n'.repeat(1_000)],
  ['of one long sentence and a short one', `${'あ'.repeat(2_500)}。${sentence}`],
])('nothing of a long text %s is lost or said twice', async (_, text) => {
  const { 'note.ja': runs } = await typesetFields({ note: { ja: text } }, typeset);
  expect(textOf(runs)).toBe(text);
  expect(runs?.every((run) => run.text.isWellFormed())).toBe(true);
});
