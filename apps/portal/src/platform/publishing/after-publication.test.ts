import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { localised } from '../i18n/localised.ts';
import { field } from './field.ts';
import { defineKind, KindRegistry } from './kind.ts';
import type { Action, Actor } from './model.ts';
import { changesSince } from './records.ts';
import { Publishing } from './service.ts';
import { type PublicationChange, Showing } from './showing.ts';

const tipKind = defineKind({
  name: 'tip',
  label: { ja: 'こつ', en: 'Tip' },
  listed: true,
  schema: z.strictObject({ title: field(localised('name'), { label: { ja: '題', en: 'Title' } }) }),
});
const provider = { id: 'provider', organisationId: 'acme' };
const reviewer = { id: 'reviewer', organisationId: null };
const now = new Date('2026-11-23T03:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const aYearLater = later(366);

let connection: DatabaseConnection;
let publishing: Publishing;
let notified: PublicationChange[] = [];
let id: string;
/** Of which nobody can be told. */
let broken: string | undefined;

beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase());
  const kinds = new KindRegistry();
  kinds.register(tipKind);
  publishing = new Publishing(connection.db, kinds, new Showing(async () => (text) => [{ text }]));
  publishing.observe(async (_, change) => {
    if (change.id === broken) throw new Error('not to be told of');
    notified.push(change);
  });
});
afterAll(() => connection.close());

const tip = (ja: string) => ({ title: { ja } });
const act = (action: Action, at = now, actor: Actor = reviewer) =>
  publishing.act(id, action, actor, 'test', at);
const state = async () => (await publishing.find(id))?.state;

/** Public title; undefined: not public. */
async function shown(): Promise<string | undefined> {
  const change = (await changesSince(connection.db, 0)).find(
    (each) => !each.removed && each.record.id === id,
  );
  return change && !change.removed ? (change.record.data as ReturnType<typeof tip>).title.ja : undefined;
}

beforeEach(async () => {
  id = crypto.randomUUID();
  const entry = { id, kind: 'tip', data: tip('最初'), reason: 'new', confirmedOn: '2026-11-23' };
  await publishing.enter({ ...entry, ownerId: 'acme' }, provider, now);
  for (const action of ['submit', 'start-review', 'approve'] as const) await act(action);
  notified = [];
});

/** Starts a change that is not approved yet. */
async function change(): Promise<void> {
  await act('reopen');
  await publishing.revise(id, { data: tip('二番目'), reason: 'x', basedOn: 1 }, provider, now);
}

it('what cannot be expired keeps nothing else from expiring', async () => {
  const others = [crypto.randomUUID(), crypto.randomUUID()];
  for (const other of others)
    await publishing.publishDirectly(
      { id: other, kind: 'tip', data: tip('別'), reason: 'new', confirmedOn: '2026-11-23' },
      now,
    );
  [broken] = others;
  await expect(publishing.runDue(aYearLater)).rejects.toThrow('some could not be');
  broken = undefined;
  expect(await state()).toBe('expired');
  expect((await publishing.find(others[1] ?? ''))?.state).toBe('expired');
  expect((await publishing.runDue(aYearLater)).expired).toEqual([others[0]]);
});

describe('a suspended entry', () => {
  it('is off the site at once, and back as it was', async () => {
    expect(await act('suspend')).toEqual({ ok: true, value: 'suspended' });
    expect(await shown()).toBeUndefined();
    expect(await act('resume')).toEqual({ ok: true, value: 'published' });
    expect(await shown()).toBe('最初');
    expect(notified.map(({ event, first }) => [event, first])).toEqual([
      ['withdrawn', false],
      ['published', false],
    ]);
  });

  it('comes back in its approved wording though a change was begun', async () => {
    await change();
    await act('suspend');
    await act('resume');
    expect(await shown()).toBe('最初');
  });

  it('is not brought back by its owner: neither by confirming nor by sending it anew', async () => {
    await act('suspend');
    for (const action of ['confirm', 'reopen', 'submit', 'approve'] as const)
      expect(await act(action)).toMatchObject({ ok: false });
  });

  it('may be withdrawn', async () => {
    await act('suspend');
    expect(await act('withdraw')).toEqual({ ok: true, value: 'withdrawn' });
  });

  it('was shown: a draft that nobody sees cannot be suspended', async () => {
    await act('withdraw');
    await act('reopen');
    expect(await act('suspend')).toMatchObject({ ok: false, problems: [{ code: 'not-shown' }] });
  });
});

describe('the date by which an entry is confirmed', () => {
  it('counts also while it is being changed: what is shown goes, the change goes on', async () => {
    await change();
    await act('submit');
    expect((await publishing.runDue(aYearLater)).expired).toContain(id);
    expect(await shown()).toBeUndefined();
    expect(await state()).toBe('submitted');
    expect(notified.filter((change) => change.id === id).map(({ event }) => event)).toEqual(['withdrawn']);
    expect((await publishing.runDue(aYearLater)).expired).not.toContain(id);
    await act('start-review', aYearLater);
    await act('approve', aYearLater);
    expect(await shown()).toBe('二番目');
    expect((await publishing.runDue(later(400))).expired).not.toContain(id);
  });

  it('is put off by a confirmation of what is shown, while it is being changed', async () => {
    await change();
    expect(await act('confirm', later(300))).toEqual({ ok: true, value: 'draft' });
    expect((await publishing.runDue(aYearLater)).expired).not.toContain(id);
    expect(await shown()).toBe('最初');
  });

  it('passed, a confirmation within 90 days brings the entry back at once', async () => {
    await publishing.runDue(aYearLater);
    expect(await state()).toBe('expired');
    notified = [];
    expect(await act('confirm', later(366 + 80), provider)).toEqual({ ok: true, value: 'published' });
    expect(await shown()).toBe('最初');
    expect(notified.map(({ event }) => event)).toEqual(['published']);
  });

  it('passed for longer, only a review brings it back', async () => {
    await publishing.runDue(aYearLater);
    const tooLate = await act('confirm', later(366 + 95), provider);
    expect(tooLate).toMatchObject({ ok: false, problems: [{ code: 'too-late' }] });
    expect(await shown()).toBeUndefined();
  });
});
