import { join } from 'node:path';
import { ecosystemName } from '@kakehashi/vulnerabilities';
import { commandArguments } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { isCollected, keepSnapshot } from '../collecting/collected-index.ts';
import { Collection } from '../collecting/collection.ts';
import { addressesOf, publicAddresses, sourcesOf, usualEcosystems } from '../collecting/sources.ts';
import { checkAddress, megabytes, retryPolicyOf, transportFor } from '../collecting/transport.ts';
import { type Outcome, updateSource } from '../collecting/update.ts';
import { withLock } from '../collecting/update-lock.ts';
import { advisoriesFolder } from '../data-folder.ts';

const usage = 'kakehashi advisories update [--ecosystem npm]… [--osv URL] [--kev URL] [--epss URL]';

export const advisoriesUpdate: Command = {
  name: 'advisories update',
  summary: { ja: '脆弱性情報（OSV・KEV・EPSS）を集める', en: 'Collect advisories (OSV, KEV, EPSS)' },
  help: {
    ja: `使い方: ${usage}

変わったものだけを取り寄せ、途中で切れたものは続きから受け取ります。
いつ止めても前回のものが残ります。

  --ecosystem 名前  OSV のエコシステム（繰り返せます。省くと前回のもの、初回は
                    ${usualEcosystems.join('・')}）
  --osv URL         <エコシステム>/all.zip を置いた場所（KAKEHASHI_OSV_URL、既定は
                    ${publicAddresses.osv}）
  --kev URL         KEV の JSON（KAKEHASHI_KEV_URL）
  --epss URL        EPSS の CSV（KAKEHASHI_EPSS_URL）

置き場所は KAKEHASHI_DATA_DIR の advisories です。

終了コード: 0 すべて最新、2 取り寄せられないものあり`,
    en: `Usage: ${usage}

Fetches what has changed and goes on where a download was cut off.
Stopped at any point, the last good copy stays.

  --ecosystem NAME  OSV ecosystem (repeatable; else those of last time, at first
                    ${usualEcosystems.join(', ')})
  --osv URL         where <ecosystem>/all.zip lies (KAKEHASHI_OSV_URL, default
                    ${publicAddresses.osv})
  --kev URL         KEV as JSON (KAKEHASHI_KEV_URL)
  --epss URL        EPSS as CSV (KAKEHASHI_EPSS_URL)

They are kept in "advisories" under KAKEHASHI_DATA_DIR.

Exit codes: 0 all current, 2 something could not be fetched`,
  },

  async run(args, io) {
    const { values, positionals } = commandArguments(args, {
      ecosystem: { type: 'string', multiple: true },
      osv: { type: 'string' },
      kev: { type: 'string' },
      epss: { type: 'string' },
    });
    if (positionals.length > 0) throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    const addresses = addressesOf(withoutAbsent(values), io.env);
    for (const url of Object.values(addresses)) checkAddress(url);
    const collection = new Collection(advisoriesFolder(io));
    const ecosystems = values.ecosystem?.map(osvName) ?? (await collectedEcosystems(collection));

    return withLock(join(collection.folder, 'update.lock'), async () => {
      const outcomes: Outcome[] = [];
      for (const source of sourcesOf(ecosystems, addresses)) {
        const outcome = await updateSource(
          source,
          collection,
          transportFor(source, io),
          retryPolicyOf(5),
          io.now,
        );
        outcomes.push(outcome);
        await io.out(`${line(outcome, io.language)}\n`);
      }
      if (isCollected(collection.folder)) await printIndex(collection, io);
      return outcomes.some(({ state }) => state === 'failed') ? exitCode.unusable : exitCode.ok;
    });
  },
};

/** OSV also has ecosystems whose versions are not compared here: those are taken as they are written. */
function osvName(name: string): string {
  return ecosystemName(name) ?? name;
}

async function collectedEcosystems(collection: Collection): Promise<readonly string[]> {
  const records = Object.entries(await collection.records());
  const names = records.filter(([file]) => file.startsWith('osv/')).map(([, { name }]) => name);
  return names.length > 0 ? names : usualEcosystems;
}

async function printIndex(collection: Collection, io: CommandIo): Promise<void> {
  io.progress({ ja: '索引を作っています…', en: 'Building the index…' }[io.language]);
  const { size } = await keepSnapshot(collection.folder);
  const text = {
    ja: `脆弱性情報 ${size.advisories} 件、パッケージ ${size.packages} 件を ${collection.folder} に置きました。`,
    en: `${size.advisories} advisories on ${size.packages} packages are in ${collection.folder}.`,
  };
  await io.out(`${text[io.language]}\n`);
}

function line(outcome: Outcome, language: 'ja' | 'en'): string {
  const { name } = outcome.source;
  if (outcome.state === 'unchanged')
    return { ja: `${name}: 変わりありません`, en: `${name}: unchanged` }[language];
  if (outcome.state === 'updated') {
    const size = megabytes(outcome.bytes);
    return { ja: `${name}: 更新しました（${size} MB）`, en: `${name}: updated (${size} MB)` }[language];
  }
  const { error, kept } = outcome;
  const stays = kept
    ? { ja: `。${kept} のものを使います`, en: `; the copy of ${kept} stays` }[language]
    : { ja: '。手元にもありません', en: '; there is no earlier copy' }[language];
  return {
    ja: `${name}: 失敗（${error.text.ja}）${stays}`,
    en: `${name}: failed (${error.text.en})${stays}`,
  }[language];
}

function withoutAbsent({ osv, kev, epss }: { osv?: string; kev?: string; epss?: string }) {
  return { ...(osv && { osv }), ...(kev && { kev }), ...(epss && { epss }) };
}
