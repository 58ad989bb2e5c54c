import { gap, isRefusal, loadFramework } from '@kakehashi/skills';
import { describe, expect, it } from 'vitest';
import type { PublishedChange, PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../../platform/read-model/read-model.ts';
import { roleRequirementsKind, skillWordingKind } from '../kinds/framework-edits.ts';
import { CurrentFramework } from './current-framework.ts';
import { overlay } from './overlay.ts';

const framework = await loadFramework('kakehashi');
const edited = (edits: Parameters<typeof overlay>[1]) => {
  const result = overlay(framework, edits);
  if (!result.ok) throw new Error(result.faults.join());
  return result.framework;
};
const skill = { skill: 'day-phishing', title: { ja: 'だますメールに気付く' } };
const role = { role: 'sales', title: { ja: '営業・接客' }, knows: ['law-basics'], alone: ['day-phishing'] };

describe('the framework that editors change', () => {
  it('is the package’s where nothing was changed', () => {
    expect(edited({ skills: [], roles: [] })).toEqual(framework);
  });

  it('has their words and levels, and the package’s where they gave none', () => {
    const item = edited({
      skills: [{ ...skill, levels: { alone: { ja: '自分で見抜く', en: 'Sees through it' } } }],
      roles: [],
    }).items.find(({ id }) => id === 'day-phishing');
    const own = framework.items.find(({ id }) => id === 'day-phishing');
    expect(item?.title).toEqual({ ja: 'だますメールに気付く', en: own?.title?.en });
    expect(item?.text).toEqual(own?.text);
    expect(item?.levels?.alone).toEqual({ ja: '自分で見抜く', en: 'Sees through it' });
    expect(item?.levels?.knows).toEqual(own?.levels?.knows);
  });

  it('asks of a role what they ask, by which gaps are measured', () => {
    const changed = edited({ skills: [], roles: [role] });
    expect(changed.roles.find(({ id }) => id === 'sales')?.requires).toEqual([
      { item: 'law-basics', level: 'knows' },
      { item: 'day-phishing', level: 'alone' },
    ]);
    const lacking = gap(changed, ['law-basics'], 'sales');
    expect(isRefusal(lacking) ? undefined : lacking.missing.map(({ id }) => id)).toEqual(['day-phishing']);
  });

  it('keeps every identifier, also where a document is for one that is no longer there', () => {
    const changed = edited({
      skills: [skill, { ...skill, skill: 'gone' }],
      roles: [{ ...role, role: 'gone' }],
    });
    expect(changed.items.map(({ id }) => id)).toEqual(framework.items.map(({ id }) => id));
    expect(changed.roles.map(({ id }) => id)).toEqual(framework.roles.map(({ id }) => id));
  });

  it('is judged by the package: a text that it does not take is a fault with its place', () => {
    const result = overlay(framework, {
      skills: [{ ...skill, title: { ja: 'あ'.repeat(100_000) } }],
      roles: [],
    });
    expect(result.ok ? [] : result.faults).toEqual([expect.stringContaining('items[')]);
  });
});

describe('a document of an editor', () => {
  it('for an unknown skill or role, or with a skill at two levels, is refused', () => {
    expect(skillWordingKind.schema.safeParse(skill).success).toBe(true);
    expect(skillWordingKind.schema.safeParse({ ...skill, skill: 'piracy' }).success).toBe(false);
    expect(roleRequirementsKind.schema.safeParse(role).success).toBe(true);
    expect(roleRequirementsKind.schema.safeParse({ ...role, role: 'pirate' }).success).toBe(false);
    const twice = roleRequirementsKind.schema.safeParse({ ...role, leads: ['day-phishing'] });
    expect(twice.error?.issues.map(({ path }) => path)).toEqual([['alone']]);
  });
});

describe('the current framework', () => {
  const at = new Date('2026-11-30T00:00:00Z');
  const change = (sequence: number, kind: string, data: object): PublishedChange => ({
    removed: false,
    sequence,
    record: {
      id: `r${sequence}`,
      kind,
      data,
      typesetting: {},
      enteredOn: '2026-11-30',
      confirmedOn: null,
      publishedAt: at,
      updatedAt: at,
      expiresAt: null,
      changes: [],
      sequence,
    } as PublishedRecord,
  });

  it('is the same object until one of its documents is published', () => {
    const model = new ReadModel();
    const current = new CurrentFramework(model, (faults) => {
      throw new Error(faults.join());
    });
    expect(current.get()).toBe(framework);
    model.apply([change(1, 'notice', {})]);
    expect(current.get()).toBe(framework);
    model.apply([change(2, skillWordingKind.name, skill)]);
    const changed = current.get();
    expect(changed.items.find(({ id }) => id === 'day-phishing')?.title?.ja).toBe('だますメールに気付く');
    model.apply([change(3, 'notice', {})]);
    expect(current.get()).toBe(changed);
    model.apply([{ removed: true, sequence: 4, id: 'r2' } as PublishedChange]);
    expect(current.get().items).toEqual(framework.items);
  });
});
