import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../outcome/outcome.ts';
import { withDays } from './relative-days.ts';

/** A record as a content file holds it. */
export interface ContentRecord {
  id: string;
  kind: string;
  /** Day it was entered, `YYYY-MM-DD`; absent: the day it is loaded. */
  entered: string | undefined;
  confirmed: string | null;
  data: unknown;
  file: string;
}

export interface ContentFiles {
  records: ContentRecord[];
  faults: { file: string; problems: Problem[] }[];
}

const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);

const envelope = z.looseObject({
  id: z.string().optional(),
  kind: z.string(),
  entered: day.optional(),
  confirmed: day.nullable().optional(),
});

/** A file of many records of one kind. */
const collection = z.looseObject({ kind: z.string(), records: z.array(z.looseObject({ id: z.string() })) });

/**
 * Reads every `.yaml` file below a folder, in the order of their names.
 * @param now  when it is loaded: days written relative to the month become days of the calendar
 */
export async function readContentFolder(folder: string, now: Date): Promise<ContentFiles> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  const files: ContentFiles = { records: [], faults: [] };
  for (const name of names) {
    const path = join(folder, name);
    const read = readRecords(await readFile(path, 'utf8'), relative(folder, path), now);
    if ('problems' in read) files.faults.push(read);
    else files.records.push(...read.records);
  }
  return files;
}

type ReadFile = { records: ContentRecord[] } | { file: string; problems: Problem[] };

function readRecords(source: string, file: string, now: Date): ReadFile {
  let document: unknown;
  try {
    document = withDays(parseYaml(source), now);
  } catch (error) {
    if (error instanceof YAMLParseError) return { file, problems: [unreadable(error.message)] };
    throw error;
  }
  const many = collection.safeParse(document);
  if (many.success) {
    const { kind, records, ...shared } = many.data;
    return collect(
      records.map((record) => ({ ...shared, ...record, kind })),
      file,
    );
  }
  return collect([document], file);
}

function collect(documents: unknown[], file: string): ReadFile {
  const records: ContentRecord[] = [];
  for (const document of documents) {
    const parsed = envelope.safeParse(document);
    if (!parsed.success) return { file, problems: [unreadable(z.prettifyError(parsed.error))] };
    const { id, kind, entered, confirmed, ...data } = parsed.data;
    records.push({
      id: id ?? basename(file, '.yaml'),
      kind,
      entered,
      confirmed: confirmed ?? null,
      data,
      file,
    });
  }
  return { records };
}

const unreadable = (detail: string): Problem => ({
  code: 'unreadable-file',
  message: { ja: `読み取れません: ${detail}`, en: `cannot be read: ${detail}` },
});
