import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { localised } from '../i18n/localised.ts';
import { field } from './field.ts';
import { defineKind, KindRegistry } from './kind.ts';
import type { PublishedChange } from './published-record.ts';
import { changesSince } from './records.ts';
import { Publishing } from './service.ts';
import { Showing } from './showing.ts';

const tipKind = defineKind({
  name: 'tip',
  label: { ja: 'こつ', en: 'Tip' },
  listed: true,
  schema: z.strictObject({
    title: field(localised('name'), { label: { ja: '題', en: 'Title' }, search: 'title' }),
  }),
});

const provider = { id: 'provider', organisationId: 'acme' };
const reviewer = { id: 'reviewer', organisationId: null };
const now = new Date('2026-11-23T03:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let connection: DatabaseConnection;
let publishing: Publishing;

beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
  const kinds = new KindRegistry();
  kinds.register(tipKind);
  publishing = new Publishing(
    connection.db,
    kinds,
    new Showing(async () => (text) => [{ text, reading: 'よみ' }]),
  );
});
afterAll(() => connection.close());

const tip = (ja: string) => ({ title: { ja } });
const enter = (id: string) =>
  publishing.enter({ id, kind: 'tip', data: tip(id), reason: 'new' }, provider, now);
const seen = async (id: string): Promise<PublishedChange | undefined> =>
  (await changesSince(connection.db, 0)).find(
    (change) => (change.removed ? change.id : change.record.id) === id,
  );

async function publish(id: string): Promise<void> {
  await enter(id);
  for (const [action, actor] of [
    ['submit', provider],
    ['start-review', reviewer],
    ['approve', reviewer],
  ] as const)
    expect(await publishing.act(id, action, actor, 'test', now)).toMatchObject({ ok: true });
}

describe('an entry', () => {
  test('is not seen before it is approved, and then with its readings', async () => {
    await enter('unseen');
    expect(await seen('unseen')).toBeUndefined();
    await publish('seen');
    expect(await seen('seen')).toMatchObject({
      removed: false,
      record: { data: tip('seen'), enteredOn: '2026-11-23', confirmedOn: null },
    });
    await publish('漢字の題');
    expect(await seen('漢字の題')).toMatchObject({
      record: { typesetting: { 'title.ja': [{ reading: 'よみ' }] } },
    });
  });

  test('is refused where its data do not fit its kind, naming the field', async () => {
    const outcome = await publishing.enter(
      { id: 'x', kind: 'tip', data: { title: { ja: '' } }, reason: 'new' },
      provider,
      now,
    );
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'invalid-field', field: 'title.ja' }] });
  });

  test.each(['a\0b', 'half a \ud83d'])(
    'is refused with text that is none, %j, naming the field',
    async (ja) => {
      const data = { title: { ja } };
      const outcome = await publishing.enter({ id: 'x', kind: 'tip', data, reason: 'new' }, provider, now);
      expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'malformed-text', field: 'title.ja' }] });
    },
  );

  test('cannot take an id that is in use', async () => {
    await enter('taken');
    expect(await enter('taken')).toMatchObject({ ok: false, problems: [{ code: 'id-taken' }] });
  });

  test('goes off the site when withdrawn, and nothing of it is lost', async () => {
    await publish('gone');
    await publishing.act('gone', 'withdraw', provider, 'no longer offered', now);
    expect(await seen('gone')).toMatchObject({ removed: true });
    expect(await publishing.history('gone')).toHaveLength(1);
  });
});

describe('a revision', () => {
  test('changes what is seen only when it is approved', async () => {
    await publish('revised');
    const edit = { data: tip('second'), reason: 'better', basedOn: 1 };
    await publishing.revise('revised', edit, provider, later(1));
    expect(await seen('revised')).toMatchObject({ record: { data: tip('revised') } });
  });

  test('made from an older one is refused, so that nobody’s work is overwritten', async () => {
    await enter('contested');
    await publishing.revise('contested', { data: tip('a'), reason: 'a', basedOn: 1 }, provider, now);
    const second = await publishing.revise(
      'contested',
      { data: tip('b'), reason: 'b', basedOn: 1 },
      reviewer,
      now,
    );
    expect(second).toMatchObject({ ok: false, problems: [{ code: 'changed-meanwhile' }] });
  });

  test('saved by two at the same time is taken from one of them', async () => {
    await enter('raced');
    const edits = ['a', 'b'].map((text) =>
      publishing.revise('raced', { data: tip(text), reason: text, basedOn: 1 }, provider, now),
    );
    const outcomes = await Promise.all(edits);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await publishing.history('raced')).toHaveLength(2);
  });

  test('marked minor is published without a second person; an unmarked one is not', async () => {
    await publish('typo');
    await publishing.revise('typo', { data: tip('x'), reason: 'big', basedOn: 1 }, provider, now);
    expect(await publishing.act('typo', 'publish-minor', provider, 'typo', now)).toMatchObject({
      ok: false,
      problems: [{ code: 'not-minor' }],
    });
    await publishing.revise(
      'typo',
      { data: tip('fixed'), reason: 'typo', minor: true, basedOn: 2 },
      provider,
      now,
    );
    expect(await publishing.act('typo', 'publish-minor', provider, 'typo', now)).toMatchObject({ ok: true });
    expect(await seen('typo')).toMatchObject({ record: { data: tip('fixed') } });
  });

  test('cannot be changed in the database, nor can a transition', async () => {
    await publish('kept');
    for (const statement of [sql`update revision set reason = 'x'`, sql`delete from transition`])
      await expect(connection.db.execute(statement)).rejects.toMatchObject({
        cause: { code: '42501' },
      });
  });
});

describe('time', () => {
  test('publishes what is scheduled, not before', async () => {
    await enter('timed');
    await publishing.act('timed', 'submit', provider, '', now);
    await publishing.act('timed', 'start-review', reviewer, '', now);
    await publishing.act('timed', 'schedule', reviewer, '', now, { at: later(2) });
    expect((await publishing.runDue(later(1))).published).not.toContain('timed');
    expect((await publishing.runDue(later(2))).published).toContain('timed');
    expect(await seen('timed')).toMatchObject({ removed: false });
  });

  test('leaves to a newer node what is of a kind that only that one knows', async () => {
    await enter('newer');
    await publishing.act('newer', 'submit', provider, '', now);
    await publishing.act('newer', 'start-review', reviewer, '', now);
    await publishing.act('newer', 'schedule', reviewer, '', now, { at: later(1) });
    const setKind = (kind: string) =>
      connection.db.execute(sql`update publication set kind = ${kind} where id = 'newer'`);
    const { kind } = (await publishing.find('newer')) ?? { kind: '' };
    await setKind('poem');
    expect((await publishing.runDue(later(2))).published).not.toContain('newer');
    await setKind(kind);
    expect((await publishing.runDue(later(2))).published).toContain('newer');
  });

  test('expires a record a year after it was last confirmed', async () => {
    await publish('renewed');
    await publishing.act('renewed', 'confirm', provider, 'still so', now);
    expect(await seen('renewed')).toMatchObject({ record: { confirmedOn: '2026-11-23' } });
    expect((await publishing.runDue(later(364))).expired).not.toContain('renewed');
    expect((await publishing.runDue(later(366))).expired).toContain('renewed');
    expect(await seen('renewed')).toMatchObject({ removed: true });
  });
});

test('sequence numbers are given out without a gap in the order of commits, however many publish at once', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `many-${index}`);
  await Promise.all(ids.map(enter));
  await Promise.all(ids.map((id) => publishing.publishOwn(id, 'test', now)));
  const sequences = (await changesSince(connection.db, 0)).map(({ sequence }) => sequence);
  expect(new Set(sequences).size).toBe(sequences.length);
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
});
