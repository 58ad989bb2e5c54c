import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { localised } from '../i18n/localised.ts';
import { done } from '../outcome/outcome.ts';
import { amendList } from './amendable.ts';
import { field } from './field.ts';
import { defineKind, KindRegistry } from './kind.ts';
import { changesSince } from './records.ts';
import { Publishing } from './service.ts';
import { Showing } from './showing.ts';

const date = z.strictObject({ id: z.string().max(20), day: z.iso.date() });
const walkKind = defineKind({
  name: 'walk',
  label: { ja: '散歩', en: 'Walk' },
  listed: true,
  schema: z.strictObject({
    title: field(localised('name'), { label: { ja: '題', en: 'Title' } }),
    dates: field(z.array(date).max(3).optional(), { label: { ja: '日', en: 'Days' }, amendable: true }),
  }),
});
type Walk = z.output<typeof walkKind.schema>;

const provider = { id: 'provider', organisationId: 'acme' };
const colleague = { id: 'colleague', organisationId: 'acme' };
const reviewer = { id: 'reviewer', organisationId: null };
const now = new Date('2026-11-23T03:00:00Z');

let connection: DatabaseConnection;
let publishing: Publishing;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
  const kinds = new KindRegistry();
  kinds.register(walkKind);
  publishing = new Publishing(connection.db, kinds, new Showing(async () => (text) => [{ text }]));
});
afterAll(() => connection.close());

const first = { id: 'one', day: '2027-01-15' };
const second = { id: 'two', day: '2027-02-15' };
const walk = (ja: string, dates?: Walk['dates']) => ({ title: { ja }, ...(dates && { dates }) });
const put = (...items: (typeof first)[]) => ({
  change: (data: object) => done({ dates: amendList((data as Walk).dates ?? [], { put: items }) }),
  reason: 'dates',
});
const shown = async (id: string) => {
  const change = (await changesSince(connection.db, 0)).find(
    (each) => (each.removed ? each.id : each.record.id) === id,
  );
  return change?.removed === false ? change.record.data : undefined;
};
const act = (
  id: string,
  action: 'submit' | 'start-review' | 'approve',
  actor: typeof provider | typeof reviewer,
) => publishing.act(id, action, actor, 'test', now);

async function publish(id: string): Promise<void> {
  const entry = { id, kind: 'walk', data: walk(id), reason: 'new', ownerId: 'acme' };
  await publishing.enter(entry, provider, now);
  for (const [action, actor] of [
    ['submit', provider],
    ['start-review', reviewer],
    ['approve', reviewer],
  ] as const)
    expect(await act(id, action, actor)).toMatchObject({ ok: true });
}

test('what is amended is public at once, as a revision with its author', async () => {
  await publish('hill');
  expect(await publishing.amend('hill', put(first), colleague, now)).toEqual({
    ok: true,
    value: { changed: true, revision: 2 },
  });
  expect(await shown('hill')).toEqual(walk('hill', [first]));
  expect((await publishing.history('hill')).at(-1)).toMatchObject({ number: 2, author: 'colleague' });
  expect(await publishing.find('hill')).toMatchObject({ state: 'published', publishedRevision: 2 });
});

test('the same amendment again writes nothing', async () => {
  await publish('lake');
  await publishing.amend('lake', put(first), provider, now);
  expect(await publishing.amend('lake', put(first), provider, now)).toMatchObject({
    value: { changed: false },
  });
  expect(await publishing.history('lake')).toHaveLength(2);
});

test('a field that needs review is refused, and so is what the kind does not take', async () => {
  await publish('wood');
  const title = { change: () => done({ title: { ja: '改題' } }), reason: 'x' };
  expect(await publishing.amend('wood', title, provider, now)).toMatchObject({
    problems: [{ code: 'not-amendable', field: 'title' }],
  });
  const many = ['a', 'b', 'c', 'd'].map((id) => ({ id, day: '2027-01-01' }));
  expect(await publishing.amend('wood', put(...many), provider, now)).toMatchObject({ ok: false });
  expect(await publishing.history('wood')).toHaveLength(1);
});

test('while a change is reviewed, the public text is amended, and the change keeps its text and its authors', async () => {
  await publish('moor');
  const edit = { data: walk('moor, better'), reason: 'better', basedOn: 1 };
  await publishing.act('moor', 'reopen', provider, 'change', now);
  await publishing.revise('moor', edit, provider, now);
  await act('moor', 'submit', provider);
  await act('moor', 'start-review', reviewer);
  await publishing.amend('moor', put(first), colleague, now);
  expect(await shown('moor')).toEqual(walk('moor', [first]));
  expect(await publishing.find('moor')).toMatchObject({
    state: 'in-review',
    publishedRevision: 3,
    currentRevision: 4,
  });
  // Both who wrote it and who amended it are its authors: neither of them judges it.
  for (const id of ['provider', 'colleague'])
    expect(await publishing.act('moor', 'approve', { id, organisationId: null }, 'ok', now)).toMatchObject({
      problems: [{ code: 'own-work' }],
    });
  await act('moor', 'approve', reviewer);
  expect(await shown('moor')).toEqual(walk('moor, better', [first]));
});

test('a reviewed change leaves amendable fields as they are, whatever it was sent with', async () => {
  await publish('fell');
  await publishing.amend('fell', put(first, second), provider, now);
  const stale = { data: walk('fell, better', [first]), reason: 'better', basedOn: 2 };
  await publishing.act('fell', 'reopen', provider, 'change', now);
  await publishing.revise('fell', stale, provider, now);
  expect((await publishing.history('fell')).at(-1)?.data).toEqual(walk('fell, better', [first, second]));
});

test('what is not public yet is amended too, and stays where it is on its way', async () => {
  await publishing.enter(
    { id: 'cape', kind: 'walk', data: walk('cape'), reason: 'new', ownerId: 'acme' },
    provider,
    now,
  );
  await act('cape', 'submit', provider);
  expect(await publishing.amend('cape', put(first), provider, now)).toMatchObject({ ok: true });
  expect(await publishing.find('cape')).toMatchObject({ state: 'submitted', currentRevision: 2 });
  expect(await shown('cape')).toBeUndefined();
});

test('two who amend at the same time both have their say', async () => {
  await publish('dale');
  await Promise.all([
    publishing.amend('dale', put(first), provider, now),
    publishing.amend('dale', put(second), colleague, now),
  ]);
  const { dates = [] } = (await shown('dale')) as Walk;
  expect(dates.map(({ id }) => id).sort()).toEqual(['one', 'two']);
});
