import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import type { LocalisedText } from '../../../../platform/i18n/language.ts';
import { emergencyNumber, type HelpDesk, helpDeskKind } from '../kinds/help-desk.ts';

const {
  kind: _,
  entered: __,
  ...data
} = parse(await readFile(join(findProjectRoot(), 'content/desks.yaml'), 'utf8'));
const desk: HelpDesk = helpDeskKind.schema.parse(data);
const byId = new Map(desk.numbers.map((number) => [number.id, number]));

describe.each(desk.situations.map((situation) => [situation.id, situation] as const))(
  'the situation %s',
  (_id, situation) => {
    it('says in two sentences what this is and what to do', () => {
      const { lead } = situation;
      expect(lead?.ja.match(/[。？]/g)).toHaveLength(2);
      expect(lead?.ja.length).toBeLessThanOrEqual(75);
    });

    it('has steps, what not to do, what to keep and what comes next', () => {
      expect(situation.first.length).toBeGreaterThanOrEqual(3);
      expect(situation.first.length).toBeLessThanOrEqual(5);
      for (const list of [situation.never, situation.keep, situation.next])
        expect(list?.length).toBeGreaterThanOrEqual(1);
    });

    it('exists whole in English and in plain Japanese', () => {
      const { title, lead, first, never = [], keep = [], next = [] } = situation;
      const texts: (LocalisedText | undefined)[] = [title, lead, ...first, ...never, ...keep, ...next];
      expect(texts.filter((text) => !text?.en || !text.easy)).toEqual([]);
    });

    it('names whom to call, with a number or a form', () => {
      const helpers = situation.numbers.map((id) => byId.get(id));
      expect(helpers).not.toContain(undefined);
      expect(
        helpers.some((helper) => helper?.id !== emergencyNumber && (helper?.number || helper?.form)),
      ).toBe(true);
    });

    it('stands in a group', () => {
      expect(desk.groups?.map(({ id }) => id)).toContain(situation.group);
    });
  },
);

describe('the contacts', () => {
  it('say where each was read and when, or hold nothing that could be wrong', () => {
    const unread = desk.numbers.filter(
      ({ number, mail, form, source, readOn }) => (number || mail || form) && !(source && readOn),
    );
    expect(unread).toEqual([]);
  });

  it('reach the right place by themselves, and say so', () => {
    expect(byId.get('police-consultation')?.when.ja).toMatch(/そのままかけるだけで.*都道府県の警察/);
    expect(byId.get('consumer-hotline')?.when.ja).toMatch(/そのままかけるだけで.*市区町村/);
  });
});

describe('what people look for', () => {
  it.each([
    'paid',
    'phishing',
    'fake-warning',
    'ransomware',
    'account',
    'data-breach',
    'targeted-mail',
    'vulnerability',
    'child',
  ])('at /help/%s stays there', (id) => {
    expect(desk.situations.map((situation) => situation.id)).toContain(id);
  });
});
