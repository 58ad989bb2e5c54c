import { expect, it } from 'vitest';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { registerKinds } from '../../../../portal.ts';
import { namesByPage } from './record-names.ts';

it('names records by their pages, and passes over a kind that only a newer node knows', () => {
  const kinds = registerKinds();
  const model = new ReadModel();
  const record = (id: string, kind: string) => {
    const data = { title: { ja: `${id}の題`, en: id } };
    return { id, kind, data } as unknown as PublishedRecord;
  };
  model.apply([
    { removed: false, sequence: 1, record: record('odd', 'poem') },
    { removed: false, sequence: 2, record: record('course', 'initiative') },
  ]);
  const names = namesByPage({ kinds, model }, { language: 'ja' } as PageContext);
  expect([...names]).toEqual([['/initiatives/course', 'courseの題']]);
});
