import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../../../../platform/command-line/command.ts';

const sha256 = z
  .string()
  .length(64)
  .regex(/^[0-9a-f]+$/);
const name = z.string().max(200);
const count = z.int().min(0);
/** Path inside the back-up or the data directory; never outside. */
const relativePath = z
  .string()
  .max(4_096)
  .regex(/^(?!.*\.\.)[\w-][\w./-]*$/);

/** Contents of a back-up. Written last: a folder without a manifest is incomplete. */
const manifest = z.object({
  format: z.literal(1),
  /** Version of Kakehashi that wrote it. */
  version: name,
  /** Time of the database snapshot; files may be newer by the time that copying took. */
  at: z.iso.datetime().max(40),
  postgresql: name,
  /** Timestamps of the applied migrations, newest last. */
  migrations: z.array(z.number()).min(1),
  tables: z.array(
    z.object({
      name,
      columns: z.array(name).min(1),
      rows: count,
      /** Rows in COPY format, compressed with gzip. */
      file: relativePath,
      bytes: count,
      sha256,
    }),
  ),
  sequences: z.array(z.object({ name, last: name })),
  /** Files of the data directory, stored in `files/` under the same paths. */
  files: z.array(z.object({ path: relativePath, bytes: count, sha256 })),
});
export type Manifest = z.output<typeof manifest>;

export const manifestName = 'manifest.json';

/** @throws CommandError if the folder holds no complete back-up of a known format */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((cause) => {
    throw new CommandError(
      {
        ja: `${folder} に ${manifestName} がありません。バックアップでないか、途中で止まったバックアップです。`,
        en: `${folder} has no ${manifestName}: it is no back-up, or one that was cut short`,
      },
      { cause },
    );
  });
  const parsed = manifest.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new CommandError(
    {
      ja: `${folder} の ${manifestName} を読めません。より新しい架け橋で作られたか、壊れています。`,
      en: `the ${manifestName} of ${folder} cannot be read; a newer Kakehashi made it, or it is damaged`,
    },
    { cause: parsed.error },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
