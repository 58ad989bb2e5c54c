import { loadFramework } from '@kakehashi/skills';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostMembers, readTeamTable } from './team-table.ts';
import { roleMeant, skillsMeant } from './team-words.ts';

const framework = await loadFramework('kakehashi');
const read = (table: string) => readTeamTable(table, framework);
const members = async (table: string) => {
  const result = await read(table);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.members;
};
const faults = async (table: string) => {
  const result = await read(table);
  return result.ok ? [] : result.faults.map(({ message }) => message.ja);
};

describe('a pasted table', () => {
  it('is read by its headings, in any order of columns and width of letters', async () => {
    const table =
      'できること\tＮｏ\t氏名\t担当業務\nパスワード\t1\tＡ．Ｓ．\t営業\n\t2\tM.T.\t情シス（兼任）';
    expect(await members(table)).toEqual([
      { name: 'A.S.', role: 'sales', held: [{ id: 'day-authentication', level: 'alone' }], unread: [] },
      { name: 'M.T.', role: 'it-all-rounder', held: [], unread: [] },
    ]);
  });

  it('is read without headings as name, work and what one can do', async () => {
    expect(await members('A\t総務\nB\t経理\tフィッシング')).toMatchObject([
      { name: 'A', role: 'general-affairs' },
      { name: 'B', role: 'finance', held: [{ id: 'day-phishing', level: 'alone' }] },
    ]);
  });

  it('may be separated by commas, have English headings, cells of several lines and blank rows', async () => {
    expect(await members('Name,Job,Skills\n\nA,Software developer,"backup 2\ncloud 1"\n')).toEqual([
      {
        name: 'A',
        role: 'developer',
        held: [
          { id: 'day-backup', level: 'with-help' },
          { id: 'ops-recovery', level: 'with-help' },
          { id: 'ops-cloud', level: 'knows' },
        ],
        unread: [],
      },
    ]);
  });

  it('may hold a quotation mark that does not close', async () => {
    expect(await members('名前\t仕事\nA"B\t法務')).toMatchObject([{ name: 'A"B', role: 'legal' }]);
  });

  it('keeps what it cannot read of what one can do, and numbers who has no name', async () => {
    expect(await members('名前\t仕事\tできること\n\t営業\t茶道、パスワード')).toMatchObject([
      { name: '1', unread: ['茶道'] },
    ]);
  });

  it('with faults names row and column in its maker’s words, all at once', async () => {
    expect(await faults('氏名\t担当業務\nA\t営業\nB\t\nC\t船長')).toEqual([
      '3行目「担当業務」が空です。仕事を書いてください（例：営業、総務、開発）。',
      expect.stringContaining('4行目「担当業務」の「船長」がどの仕事か分かりません'),
    ]);
    expect(await faults('氏名\tできること\nA\tパスワード')).toEqual([
      expect.stringContaining('1行目の見出し（氏名、できること）に、仕事の列が見つかりません'),
    ]);
  });

  it('that is empty, has too many people or is no table is refused with what to do', async () => {
    expect(await faults(' \n ')).toEqual([expect.stringContaining('表が空です')]);
    expect(await faults('名前\t仕事')).toEqual([expect.stringContaining('表が空です')]);
    const many = Array.from({ length: mostMembers + 1 }, (_, index) => `${index}\t営業`).join('\n');
    expect(await faults(many)).toEqual([expect.stringContaining(`${mostMembers + 1}人分あります`)]);
    expect(await faults('{\\rtf1 x')).toEqual([expect.stringContaining('表として読めませんでした')]);
  });

  it('is read as far as somebody would write, and what goes beyond is told as not read', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `事${index}`);
    const result = await read(`名前\t仕事\tできること\nA\t営業\tバックアップ、${many.join('、')}、脆弱性`);
    expect(result.ok && result.members[0]?.held.map(({ id }) => id)).toContain('day-backup');
    expect(result.ok && result.members[0]?.held.map(({ id }) => id)).not.toContain('vul-triage');
    expect(result.ok && result.members[0]?.unread).toHaveLength(many.length + 1);
    const long = await read(`名前\t仕事\tできること\nA\t営業\t${'あ'.repeat(5_000)}バックアップ`);
    expect(long.ok && long.members[0]?.unread).toEqual(['あ'.repeat(100)]);
  });

  it('of any text is either read or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const result = await read(text);
        if (result.ok) expect(result.members.length).toBeGreaterThan(0);
        else expect(result.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('of every role’s own name, in either language, is read', () => {
    for (const { id, title } of framework.roles) {
      expect(roleMeant(framework, title.ja ?? '')).toBe(id);
      expect(roleMeant(framework, title.en ?? '')).toBe(id);
      expect(roleMeant(framework, id)).toBe(id);
    }
  });

  it.each([
    ['営業部 課長', 'sales'],
    ['代表取締役社長', 'executive'],
    ['総務部長', 'general-affairs'],
    ['課長', 'section-chief'],
    ['HR', 'human-resources'],
    ['three', undefined],
    ['インフラエンジニア', 'operator'],
    ['ＤＸ推進室', 'dx-manager'],
  ])('%s means %s', (written, role) => {
    expect(roleMeant(framework, written)).toBe(role);
  });

  it('of every skill’s own name is read, with a level behind it', () => {
    for (const { id, title } of framework.items)
      expect(skillsMeant(framework, `${title?.ja} 2`)).toContainEqual({ id, level: 'with-help' });
  });
});
