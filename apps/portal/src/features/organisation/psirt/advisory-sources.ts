import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  AdvisoryIndex,
  ecosystemName,
  ecosystemsOf,
  KNOWN_ECOSYSTEMS,
  type Sbom,
} from '@kakehashi/vulnerabilities';
import { CommandError, type CommandIo } from '../../../platform/command-line/command.ts';
import { collectedIndex, isCollected } from './collecting/collected-index.ts';
import { Collection } from './collecting/collection.ts';
import { osvOnDemand } from './collecting/osv-on-demand.ts';
import { advisoriesFolder } from './data-folder.ts';
import { documentKind } from './document-kind.ts';
import { readingError } from './reading.ts';

const day = 86_400_000;
/** Days. */
const staleAfter = 7;
const onDemand = /^osv:/i;

/**
 * Loads advisories from folders, zips and `osv:` with the names of ecosystems (none: those of the bill); where nothing
 * is named, from what `advisories update` has collected.
 * @param file  name of the bill, for the sentence that says what to type
 * @throws CommandError
 */
export async function loadAdvisories(
  names: readonly string[],
  { file, sbom }: { file: string; sbom: Sbom },
  io: CommandIo,
): Promise<AdvisoryIndex> {
  const label = { ja: '脆弱性情報を読み込んでいます…', en: 'Loading advisories…' }[io.language];
  if (names.length === 0) {
    const folder = advisoriesFolder(io);
    io.progress(label);
    const collected = isCollected(folder) ? await collectedIndex(folder) : undefined;
    if (collected === undefined || collected.size.advisories === 0) throw nothingCollected(file, sbom);
    await printAge(folder, io);
    return collected;
  }
  const ecosystems = names
    .filter((name) => onDemand.test(name))
    .flatMap((name) => ecosystemsNamed(name.replace(onDemand, ''), sbom));
  const archives = ecosystems.length > 0 ? await osvOnDemand([...new Set(ecosystems)], io) : [];
  io.progress(label);
  const index = new AdvisoryIndex();
  for (const name of [...archives, ...names.filter((each) => !onDemand.test(each))]) {
    await loadSource(index, name, io);
  }
  return index;
}

/** Old advisories lack recent vulnerabilities. */
async function printAge(folder: string, io: CommandIo): Promise<void> {
  const records = Object.values(await new Collection(folder).records());
  const oldest = Math.min(...records.map(({ checked }) => Date.parse(checked)).filter(Number.isFinite));
  const days = Math.floor((io.now().getTime() - oldest) / day);
  if (days < staleAfter || !Number.isFinite(days)) return;
  io.note(
    {
      ja: `脆弱性情報は ${days} 日前に集めたものです。「kakehashi advisories update」で新しくできます。`,
      en: `The advisories were collected ${days} days ago; "kakehashi advisories update" brings newer ones.`,
    }[io.language],
  );
}

function ecosystemsNamed(list: string, { components, subject }: Sbom): string[] {
  const names = list.split(',').filter((name) => name.trim() !== '');
  if (names.length > 0) return names.map(ecosystemNamed);
  const own = ecosystemsOf(subject ? [subject, ...components] : components);
  if (own.length > 0) return own;
  throw new CommandError({
    ja: '部品表のどの部品からもエコシステムが分かりません。osv:npm,PyPI のように名前を書いてください。',
    en: 'No component of the bill tells its ecosystem. Name it, as in osv:npm,PyPI.',
  });
}

function ecosystemNamed(name: string): string {
  const found = ecosystemName(name);
  if (found !== undefined) return found;
  const list = KNOWN_ECOSYSTEMS.join(', ');
  throw new CommandError({
    ja: `osv: の後の「${name}」というエコシステムはありません。使えるもの: ${list}`,
    en: `There is no ecosystem "${name}" after osv:. There are: ${list}`,
  });
}

function nothingCollected(file: string, { components, subject }: Sbom): CommandError {
  const own = ecosystemsOf(subject ? [subject, ...components] : components);
  const list = own.length > 0 ? own.join(',') : 'npm,PyPI';
  const bill = /^[\w@%+=:,./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  const command = `kakehashi sbom scan ${bill} --advisories ${/\s/.test(list) ? `'osv:${list}'` : `osv:${list}`}`;
  return new CommandError({
    ja: `脆弱性情報がまだありません。次のようにすると、この部品表に要るものを OSV から取り寄せて調べます:\n  ${command}\n手元の脆弱性情報を使うときは、そのフォルダか zip を --advisories に指定します。毎回使うものは「kakehashi advisories update」で集めておけます。`,
    en: `There are no advisories yet. This fetches what the bill needs from OSV and searches it:\n  ${command}\nAdvisories at hand are named with --advisories, as a folder or zip; "kakehashi advisories update" collects those used each time.`,
  });
}

async function loadSource(index: AdvisoryIndex, name: string, io: CommandIo): Promise<void> {
  const path = resolve(io.folder, name);
  const before = index.size.advisories;
  try {
    await index.load(path);
    // Where nothing was added it may all have been there already; by itself a source tells.
    if (index.size.advisories > before) return;
    const alone = await AdvisoryIndex.load(path);
    if (alone.size.advisories === 0) throw await noAdvisories(name, path, alone);
  } catch (error) {
    throw await readingError(error, name, undefined);
  }
}

async function noAdvisories(name: string, path: string, index: AdvisoryIndex): Promise<CommandError> {
  const isDocument = (await stat(path)).isFile() && !/\.(?:zip|tar|tgz|gz|zst)$/i.test(path);
  const kind = isDocument ? await documentKind(path) : undefined;
  const [first] = index.warnings.list;
  const reason = kind
    ? { ja: `${kind.ja}です`, en: `it is ${kind.en}` }
    : (first?.message ?? { ja: 'JSON も zip もありません', en: 'there is neither JSON nor a zip in it' });
  return new CommandError({
    ja: `${name}: 脆弱性情報がありません（${reason.ja}）。OSV か CSAF の JSON を置いたフォルダか、その zip・tar を --advisories に指定してください。`,
    en: `${name}: no advisories in it (${reason.en}). Name a folder of OSV or CSAF documents in JSON, or a zip or tar of them, with --advisories.`,
  });
}
