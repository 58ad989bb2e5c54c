import { resolve } from 'node:path';
import { commandArguments, operands } from '../../../../platform/command-line/arguments.ts';
import { type Command, CommandError, exitCode } from '../../../../platform/command-line/command.ts';
import { findProjectRoot } from '../../../../platform/config/project-root.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { openContentCatalogue } from '../finding/content-catalogue.ts';
import { firstFoundBy } from '../finding/first-found.ts';
import { checkCase, wantedBy } from '../finding/search-check.ts';
import { searchCasesKind } from '../kinds/search-cases.ts';

/** `search-cases`: whether the searches of the content's table find what they should. */
const searchCases: Command = {
  name: 'search-cases',
  summary: {
    ja: '検索の確認表（search-cases.yaml）のとおりに見つかるかを確かめる',
    en: 'Check that the searches of search-cases.yaml find what they should',
  },
  help: {
    ja: `使い方: kakehashi search-cases [フォルダー]

コンテンツのフォルダー（既定は content）を読み、search-cases.yaml の検索をすべて試します。
合わないものを、期待と実際とともに書き出します。すべて合えば 0、合わないものがあれば 1 で終わります。
`,
    en: `Usage: kakehashi search-cases [FOLDER]

Reads a content folder (content by default) and tries every search of its search-cases.yaml.
Prints each that fails, with what was expected and what was found. Exits with 0 if all pass, 1 if any fails.
`,
  },
  async run(args, io) {
    const { positionals } = commandArguments(args, {});
    operands(positionals, Math.min(positionals.length, 1), 'kakehashi search-cases content');
    const [named] = positionals;
    const folder = named ? resolve(io.folder, named) : resolve(findProjectRoot(), 'content');
    const { features, registerKinds } = await import('../../../../portal.ts');
    const now = new Date();
    const { catalogue, faults } = await openContentCatalogue(folder, features, registerKinds(), now);
    for (const { file, problems } of faults)
      io.note(`${file}: ${problems.map(({ message }) => message[io.language]).join(' ')}`);
    const record = catalogue.model.only(searchCasesKind.name);
    if (!record)
      throw new CommandError({
        ja: `${folder} に検索の確認表（kind: search-cases）がありません。`,
        en: `${folder} has no table of searches (kind: search-cases).`,
      });
    const find = firstFoundBy(catalogue, now);
    let passed = 0;
    let failed = 0;
    let missed = 0;
    for (const { name, cases } of dataOf(searchCasesKind, record).groups) {
      for (const searchCase of cases)
        for (const { query, found, passes, isKnownMiss } of checkCase(searchCase, find)) {
          if (passes) {
            passed++;
            continue;
          }
          if (isKnownMiss) missed++;
          else failed++;
          await io.out(failure(name, query, wantedBy(searchCase), found)[io.language]);
        }
    }
    await io.out(
      {
        ja: `合う ${passed}、合わない ${failed}、まだ見つからないと分かっている ${missed}\n`,
        en: `${passed} passed, ${failed} failed, ${missed} known misses\n`,
      }[io.language],
    );
    return failed > 0 ? exitCode.found : exitCode.ok;
  },
};

export const commands: readonly Command[] = [searchCases];

function failure(group: string, query: string, wanted: readonly string[], found: readonly string[]) {
  const list = (addresses: readonly string[]) => addresses.join(' ') || '—';
  return {
    ja: `${group}「${query}」\n  期待: ${list(wanted)}\n  実際: ${list(found)}\n`,
    en: `${group}: “${query}”\n  expected: ${list(wanted)}\n  found: ${list(found)}\n`,
  };
}
