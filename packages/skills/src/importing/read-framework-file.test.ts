import { existsSync, readFileSync } from 'node:fs';
import { writeXlsx } from '@kakehashi/spreadsheets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../frameworks/load-framework.ts';
import { type FrameworkFile, parseFramework, readFrameworkFile } from './read-framework-file.ts';

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

function imported(file: FrameworkFile) {
  if (!file.ok) throw new Error(JSON.stringify(file.problems, null, 1));
  return file;
}

function faults(file: FrameworkFile): string[] {
  return file.ok ? [] : file.problems.map(({ code, place }) => `${code} at ${place}`);
}

const smallNice = {
  framework: 'NICE Workforce Framework for Cybersecurity, Components 9.9.9',
  categories: [{ id: 'OG', title: 'Oversight', text: 'Leads.' }],
  roles: [{ id: 'OG-WRL-999', title: 'Testing', category: 'OG', opm: '999', statements: ['K0001', 'T0001'] }],
  statements: [
    { id: 'K0001', type: 'knowledge', text: 'Knowledge of tests' },
    { id: 'T0001', type: 'task', text: 'Write tests' },
    { id: 'S0001', type: 'skill', text: 'Skill in tests' },
  ],
};

describe('reading a framework file', () => {
  it('reads roles, statements and their texts, and warns of statements that no role asks', async () => {
    const { framework, warnings } = imported(await readFrameworkFile(json(smallNice)));
    expect(framework).toMatchObject({ id: 'nice', version: '9.9.9' });
    expect(framework.roles[0]).toMatchObject({ id: 'OG-WRL-999', aliases: ['999'], group: 'OG' });
    expect(framework.items[1]).toEqual({ id: 'T0001', kind: 'task', text: { en: 'Write tests' } });
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([['in-no-role', 'S0001']]);
  });

  it('names everything that is wrong with a file, and where', async () => {
    const [role] = smallNice.roles;
    const broken = {
      ...smallNice,
      roles: [role, role, { title: 'No id', statements: ['K0001', 7, 'K9999'] }],
      statements: [...smallNice.statements, { id: 'K0001', type: 'wisdom', text: 'x'.repeat(20_001) }],
    };
    expect(faults(await readFrameworkFile(json(broken)))).toEqual([
      'unknown-kind at statements[3]',
      'too-long at statements[3].text',
      'duplicate at statements[3]',
      'duplicate at roles[1]',
      'missing at roles[2].id',
    ]);
    const unknown = { ...smallNice, roles: [{ ...role, statements: ['K0001', 'K9999'] }] };
    expect(faults(await readFrameworkFile(json(unknown)))).toEqual(['unknown-reference at roles[0]']);
    expect(faults(await readFrameworkFile(json({ ...smallNice, statements: 'none' })))).toContain(
      'wrong-type at statements',
    );
  });

  it('refuses what is no framework, no JSON and no table', async () => {
    expect(faults(await readFrameworkFile(json({ hello: 'world' })))).toEqual(['unknown-format at ']);
    expect(faults(await readFrameworkFile(json([1, 2])))).toEqual(['unknown-format at ']);
    expect(faults(await readFrameworkFile(Buffer.from('{"roles": [')))).toEqual(['unreadable at ']);
    expect(faults(await readFrameworkFile(Buffer.from('%PDF-1.7 …'), { framework: 'nice' }))).toEqual([
      'unreadable at ',
    ]);
    expect(faults(await readFrameworkFile(Buffer.from('id,text\nK0001,Words\n')))).toEqual([
      'unknown-format at ',
    ]);
  });

  it('never throws, whatever the JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('response', 'statements', 'skills', 'tks', 'items'),
        async (value, key) => {
          const file = {
            [key]: value,
            roles: value,
            work_role: value,
            relationship: value,
            id: 'x',
            version: '1',
          };
          expect(typeof (await readFrameworkFile(json(file))).ok).toBe('boolean');
        },
      ),
    );
  });

  it('reads the nested export of CPRT, with relationships in either direction', async () => {
    const element = (element_type: string, element_identifier: string, text: string, title = '') => ({
      doc_identifier: 'SP_800_181_2_1_0',
      element_type,
      element_identifier,
      title,
      text,
    });
    const link = (source_element_identifier: string, dest_element_identifier: string) => ({
      source_element_identifier,
      dest_element_identifier,
      source_doc_identifier: 'SP_800_181_2_1_0',
      dest_doc_identifier: 'SP_800_181_2_1_0',
    });
    const file = {
      response: {
        elements: {
          documents: [{ doc_identifier: 'SP_800_181_2_1_0', version: '9.9.9' }],
          elements: [
            element('work_role', 'OG-WRL-999', 'Tests.', 'Testing'),
            element('category', 'OG', 'Leads.', 'Oversight'),
            element('knowledge', 'K0001', 'Knowledge of tests'),
            element('task', 'T0001', 'Write tests'),
            element('competency_area', 'NF-COM-999', 'Describes.', 'Tests'),
          ],
          relationships: [link('OG', 'OG-WRL-999'), link('OG-WRL-999', 'K0001'), link('T0001', 'OG-WRL-999')],
        },
      },
    };
    const { framework } = imported(await readFrameworkFile(json(file)));
    expect(framework.version).toBe('9.9.9');
    expect(framework.roles).toMatchObject([
      {
        id: 'OG-WRL-999',
        title: { en: 'Testing' },
        group: 'OG',
        requires: [{ item: 'K0001' }, { item: 'T0001' }],
      },
    ]);
  });

  it('keeps DCWF statements and role codes of one number apart, and leaves withheld roles out', async () => {
    const file = {
      roles: [
        {
          code: '411',
          title: 'Support',
          element: 'IT',
          nice: 'IO-WRL-007',
          core: ['DCWF-411', '22'],
          additional: ['22'],
        },
        { code: '121', title: 'Withheld', element: 'CE', core: null, additional: null, withheld: 'CUI' },
      ],
      statements: [
        { id: 'DCWF-411', type: 'Task', text: 'Support people' },
        { id: '22', type: 'KSA', text: 'Networks' },
      ],
    };
    const read = await readFrameworkFile(json({ ...file, framework: 'DCWF' }));
    expect(faults(read)).toEqual([]);
    const { warnings } = imported(read);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['withheld', 'shared-number', 'named-twice']),
    );
  });

  it('reads GDDaT grades without an order, and a grade that is not in use as the role', async () => {
    const levels = { Awareness: 'knows', Working: 'helps', Practitioner: 'does', Expert: 'leads' };
    const file = {
      skills: [{ id: 'S900', name: 'Testing', text: 'Tests.', levels }],
      roles: [
        {
          role: 'Tester',
          family: 'Testing',
          levels: [
            { title: 'Senior tester', text: '', skills: { S900: 'Expert' } },
            { title: 'Junior tester', text: '', skills: { S900: 'Working' } },
          ],
        },
        {
          role: 'Chief',
          family: 'Testing',
          levels: [{ title: 'NOT IN USE', text: '', skills: { S900: null } }],
        },
      ],
    };
    const { readGddat } = await import('./read-gddat.ts');
    const { JsonValue } = await import('./json-values.ts');
    const { Problems } = await import('./problems.ts');
    const problems = new Problems();
    const framework = readGddat(new JsonValue(file, '', problems), problems);
    expect(framework.roles.map(({ requires }) => requires)).toEqual([
      [{ item: 'S900', level: 'Working' }],
      [{ item: 'S900' }],
    ]);
    expect(framework.roles[1]!.grades).toMatchObject([{ id: 'Chief / Chief', title: { en: 'Chief' } }]);
    expect(problems.list.map(({ code }) => code)).toEqual(['not-in-use']);
  });

  it('reads a table as CSV, in Japanese headings too, and words items of a shipped framework', async () => {
    const csv = '識別子,種別,本文\nK0018,知識,暗号の方式を知っている\n';
    const { framework } = imported(
      await readFrameworkFile(Buffer.from(csv), { framework: 'nice', language: 'ja' }),
    );
    const shipped = await loadFramework('nice');
    expect(framework.items.find(({ id }) => id === 'K0018')!.text).toEqual({ ja: '暗号の方式を知っている' });
    expect(framework.roles).toEqual(shipped.roles);
    const wrong = await readFrameworkFile(Buffer.from('id,text\nK9999,Words\n'), { framework: 'nice' });
    expect(faults(wrong)).toEqual(['unknown-reference at id']);
  });

  it('reads an Excel table of a framework that is not shipped, and says in which row something is wrong', async () => {
    const cells = (...texts: string[]) => texts.map((text) => ({ text }));
    const sheet = (rows: { text: string }[][]) => writeXlsx([{ name: 'Skills', columns: [], rows }]);
    const heading = cells('ID', 'Kind', 'Title', 'Text', 'Roles');
    const good = await sheet([
      heading,
      cells('R1', 'role', 'Guard', 'Guards.', ''),
      cells('A1', 'skill', 'Logs', 'Reads logs.', 'R1'),
    ]);
    const { framework } = imported(await readFrameworkFile(good, { framework: 'secbok', version: '2025' }));
    expect(framework).toMatchObject({
      id: 'secbok',
      version: '2025',
      roles: [{ requires: [{ item: 'A1' }] }],
    });
    const bad = await sheet([
      heading,
      cells('R1', 'role', 'Guard', '', ''),
      cells('', 'skill', 'Logs', '', 'R1'),
      cells('A2', 'magic', 'Logs', '', ''),
      cells('A3', 'skill', 'Logs', '', 'R9'),
    ]);
    expect(faults(await readFrameworkFile(bad, { framework: 'secbok' }))).toEqual([
      'missing at row 3, id',
      'unknown-kind at row 4, kind',
      'unknown-reference at roles',
    ]);
  });

  it('reads its own shape back as it was written', async () => {
    const kakehashi = await loadFramework('kakehashi');
    const { framework } = imported(await readFrameworkFile(json({ ...kakehashi, id: 'edited' })));
    expect(framework).toEqual({ ...kakehashi, id: 'edited' });
    expect(imported(parseFramework(kakehashi)).framework).toEqual(kakehashi);
    expect(faults(parseFramework(null))).toContain('missing at id');
    const [item] = kakehashi.items;
    const edited = {
      ...kakehashi,
      id: 'edited',
      items: [{ ...item, levels: { master: { ja: '達人' } } }, ...kakehashi.items.slice(1)],
    };
    expect(faults(await readFrameworkFile(json(edited)))).toEqual(['unknown-reference at items[0].levels']);
  });
});

const folder = new URL('../../../../../shared/data/workforce/', import.meta.url);
const given = [
  ['nice-2.1.0.json', 'nice'],
  ['dcwf-5.1.json', 'dcwf'],
  ['uk-gddat-2026-03-23.json', 'gddat'],
  ['enisa-ecsf.json', 'ecsf'],
] as const;

describe.skipIf(!existsSync(folder))('the publishers’ files (skipped without ../shared/data)', () => {
  it.each(given)('%s words the structure of the package and changes nothing of it', async (name, id) => {
    const bytes = readFileSync(new URL(name, folder));
    const { framework } = imported(await readFrameworkFile(bytes));
    const shipped = await loadFramework(id);
    expect(framework.items.every(({ text, title }) => text ?? title)).toBe(true);
    expect(framework.roles.map(({ requires }) => requires)).toEqual(
      shipped.roles.map(({ requires }) => requires),
    );
    expect(JSON.stringify(framework)).toBe(
      JSON.stringify(imported(await readFrameworkFile(bytes)).framework),
    );
  });
});
