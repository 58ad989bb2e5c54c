import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runTestCommand } from '../../../cli/test-command.ts';
import { exitCode } from '../../../platform/command-line/command.ts';
import { AdvisoryServer } from './collecting/advisory-server.ts';
import { advisories, bill, TestFolder, verdict } from './test-files.ts';

const pages = ['sbom-in-ci.md', 'sbom-in-ci.ja.md'];
const docs = new URL('../../../../../../docs/', import.meta.url);

const server = new AdvisoryServer();
const folder = new TestFolder();
let env: Record<string, string>;

beforeAll(async () => {
  const address = await server.start();
  const id = 'EXAMPLE-2026-0001.json';
  const archive = Buffer.from(zipSync({ [id]: await readFile(join(advisories, id)) }));
  for (const ecosystem of ['npm', 'PyPI']) server.files.set(`/osv/${ecosystem}/all.zip`, archive);
  server.files.set('/kev.json', Buffer.from('{"vulnerabilities":[{"cveID":"CVE-2026-1001"}]}'));
  server.files.set('/epss.csv', Buffer.from('cve,epss,percentile\nCVE-2026-1001,0.5,0.9\n'));
  env = {
    KAKEHASHI_DATA_DIR: folder.path,
    KAKEHASHI_OSV_URL: `${address}/osv`,
    KAKEHASHI_KEV_URL: `${address}/kev.json`,
    KAKEHASHI_EPSS_URL: `${address}/epss.csv`,
  };
  for (const name of ['bom.json', 'before.json']) await copyFile(bill, join(folder.path, name));
  await folder.write('vex.json', verdict);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const pageText = (page: string) => readFile(new URL(page, docs), 'utf8');

async function blocks(page: string, language: string): Promise<string[]> {
  const fences = (await pageText(page)).matchAll(/^```(\w+)\n(.*?)^```/gms);
  return [...fences].flatMap(([, name, text = '']) => (name === language ? [text] : []));
}

/** The arguments of each call of the command in a text. */
function calls(text: string): string[][] {
  const found = text.matchAll(/(?:^|kakehashi\.mjs |^kakehashi )((?:sbom|advisories) [^>\n]*)/gm);
  return [...found].map(([, words = '']) => words.trim().split(/\s+/));
}

describe('the recipes for CI', () => {
  it('run as they are written, in the order of the page', async () => {
    const text = [...(await blocks('sbom-in-ci.md', 'sh')), ...(await blocks('sbom-in-ci.md', 'yaml'))].join(
      '\n',
    );
    const results = [];
    for (const args of calls(text)) {
      const { code, notes } = await runTestCommand(args, { env, folder: folder.path });
      results.push([args.join(' '), code === exitCode.unusable ? notes : code <= exitCode.found]);
    }
    expect(results.length).toBeGreaterThanOrEqual(10);
    expect(results.filter(([, outcome]) => outcome !== true)).toEqual([]);
  });

  it('are YAML that GitHub and pre-commit understand', async () => {
    const [workflow, step, hooks] = (await blocks('sbom-in-ci.md', 'yaml')).map((text) => parse(text));
    expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs']);
    for (const { uses, run } of workflow.jobs.scan.steps) expect(uses ?? run).toEqual(expect.any(String));
    expect(workflow.permissions['security-events']).toBe('write');
    expect(step[0].run).toContain('gh pr comment');
    expect(hooks.repos[0]).toMatchObject({
      repo: 'local',
      hooks: [{ language: 'system', pass_filenames: false }],
    });
  });

  it('say what each exit code means', async () => {
    for (const page of pages) {
      const codes = [...(await pageText(page)).matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
      expect(codes).toEqual(Object.values(exitCode));
    }
  });

  it('are the same in both languages', async () => {
    for (const language of ['sh', 'yaml']) {
      expect(await blocks('sbom-in-ci.ja.md', language)).toEqual(await blocks('sbom-in-ci.md', language));
    }
  });
});
