import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../platform/i18n/language.ts';
import { sampleContext } from './testing/sample-context.ts';
import { preparePage, samplePageNames } from './testing/sample-pages.tsx';

const readings: [string, Partial<Reading>][] = [
  ['Japanese', {}],
  ['Japanese with furigana', { furigana: true }],
  ['やさしい日本語 with furigana', { easy: true, furigana: true }],
  ['English', { language: 'en' }],
];

/** Each kanji word with a reading: enough to see where furigana get to. */
const typeset = (text: string) =>
  text
    .split(/(\p{Script=Han}+)/u)
    .filter(Boolean)
    .map((run) =>
      /\p{Script=Han}/u.test(run) ? { text: run, reading: 'よみ' } : { text: run, breakBefore: true },
    );

describe.each(readings)('in %s', (_, wishes) => {
  describe.each(samplePageNames)('the page %s', async (name) => {
    const html = await preparePage(name, (path) => sampleContext(path, wishes), typeset)();
    const body = html.slice(html.indexOf('<body'));

    it('has one first heading and skips no level', () => {
      const levels = [...body.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
      const inMain = [...main.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      for (const [index, level] of inMain.entries())
        expect(level).toBeLessThanOrEqual((inMain[index - 1] ?? 2) + 1);
    });

    it('uses each id once, and refers only to ids it has', () => {
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const references = [...body.matchAll(/\s(?:for|form|aria-labelledby|aria-describedby)="([^"]+)"/g)];
      for (const [, value = ''] of references) for (const id of value.split(' ')) expect(ids).toContain(id);
    });

    it('keeps markup out of its attributes and its title', () => {
      for (const [tag] of html.matchAll(/<[a-z-]+(?:\s[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g))
        expect(tag).not.toMatch(/&lt;ruby|<ruby.*</);
      expect(html).not.toMatch(/="[^"]*<(ruby|span|mark|wbr)/);
      expect(/<title>(.*?)<\/title>/s.exec(html)?.[1]).not.toMatch(/ruby|undefined/);
    });

    it('writes no placeholder of the program', () => {
      expect(html).not.toMatch(/\[object|undefined|NaN|｜[^<]*《|⟨/);
      expect(body).not.toMatch(/&lt;(ruby|span|mark|wbr)/);
    });
  });
});
