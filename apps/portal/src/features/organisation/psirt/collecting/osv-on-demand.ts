import { join } from 'node:path';
import { CommandError, type CommandIo, type CommandText } from '../../../../platform/command-line/command.ts';
import { advisoriesFolder } from '../data-folder.ts';
import { Collection } from './collection.ts';
import { addressesOf, type Source, sourcesOf } from './sources.ts';
import { checkAddress, megabytes, retryPolicyOf, transportFor } from './transport.ts';
import { updateSource } from './update.ts';
import { withLock } from './update-lock.ts';

const hour = 3_600_000;
const currentFor = 24 * hour;
const tries = 3;

/**
 * The archives of these OSV ecosystems in the advisories folder: fetched where they are missing, or asked after where
 * the copy was last seen to be current more than a day ago. Where that fails the copy that is there is used, and what
 * it is and how old is said.
 * @throws CommandError where there is no copy and none can be fetched
 */
export async function osvOnDemand(ecosystems: readonly string[], io: CommandIo): Promise<string[]> {
  const addresses = addressesOf({}, io.env);
  checkAddress(addresses.osv);
  const collection = new Collection(advisoriesFolder(io));
  const sources = sourcesOf(ecosystems, addresses).filter(({ kind }) => kind === 'osv');
  const due: Source[] = [];
  for (const source of sources) {
    const known = await collection.intact(source.file);
    const age = known ? io.now().getTime() - Date.parse(known.checked) : Number.POSITIVE_INFINITY;
    if (known?.url === source.url && age < currentFor)
      io.note(withSourceName(source, ageText(age))[io.language]);
    else due.push(source);
  }
  if (due.length > 0) {
    await withLock(join(collection.folder, 'update.lock'), async () => {
      for (const source of due) await bring(source, collection, io);
    });
  }
  return sources.map(({ file }) => collection.path(file));
}

async function bring(source: Source, collection: Collection, io: CommandIo): Promise<void> {
  const outcome = await updateSource(
    source,
    collection,
    transportFor(source, io),
    retryPolicyOf(tries),
    io.now,
  );
  if (outcome.state === 'updated') {
    const size = `${megabytes(outcome.bytes)} MB`;
    io.note(
      withSourceName(source, { ja: `取り寄せました（${size}）`, en: `fetched (${size})` })[io.language],
    );
    return;
  }
  if (outcome.state === 'unchanged') {
    io.note(
      withSourceName(source, { ja: '手元のものが最新です', en: 'the copy at hand is current' })[io.language],
    );
    return;
  }
  const { error, kept } = outcome;
  if (kept === undefined) {
    throw new CommandError(
      {
        ja: `${source.name} の脆弱性情報を取り寄せられません（${error.text.ja}）。手元にもありません。つながる環境で「kakehashi advisories update --ecosystem ${source.name}」を実行するか、脆弱性情報のフォルダか zip を --advisories に指定してください。`,
        en: `The advisories of ${source.name} could not be fetched (${error.text.en}), and there is no copy of them. Run "kakehashi advisories update --ecosystem ${source.name}" where there is a connection, or name a folder or zip of advisories with --advisories.`,
      },
      { cause: error },
    );
  }
  const age = ageText(io.now().getTime() - Date.parse(kept));
  const text = {
    ja: `取り寄せられません（${error.text.ja}）。${age.ja}`,
    en: `could not be fetched (${error.text.en}); ${age.en}`,
  };
  io.note(withSourceName(source, text)[io.language]);
}

function withSourceName({ name }: Source, { ja, en }: CommandText): CommandText {
  return { ja: `${name}: ${ja}`, en: `${name}: ${en}` };
}

/** How old a copy is that is used. */
function ageText(age: number): CommandText {
  const hours = Math.max(0, Math.floor(age / hour));
  return hours < 48
    ? { ja: `${hours} 時間前に確かめたものを使います`, en: `using the copy checked ${hours} hours ago` }
    : {
        ja: `${Math.floor(hours / 24)} 日前に確かめたものを使います`,
        en: `using the copy checked ${Math.floor(hours / 24)} days ago`,
      };
}
