import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { z } from 'zod';

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
const compressible = new Set(['.css', '.js', '.svg', '.json', '.webmanifest']);

/** A built file in memory, with its encodings. */
interface Asset {
  mediaType: string;
  plain: Buffer;
  gzip?: Buffer;
  brotli?: Buffer;
  /** Its name contains a content digest, so it never changes. */
  immutable: boolean;
}

export interface Assets {
  /** By address, such as `/assets/main-Bx3.css`. */
  files: ReadonlyMap<string, Asset>;
  /** URL of the built form of a source entry, such as `src/client/main.ts`. */
  address(entry: string): string;
  /** URL of each capability's style sheet, by the capability's folder. */
  capabilityStyles: Readonly<Record<string, string>>;
}

const manifestSchema = z.record(z.string(), z.looseObject({ file: z.string() }));
const capabilitySheet = /^src\/features\/[^/]+\/([^/]+)\/styles\/main\.css$/;
const digestInName = /-[\w-]{8,}\.\w+$/;

/**
 * Reads the output of the client build.
 * @param folder  with `manifest.json` and the built files
 */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const files = new Map<string, Asset>();
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of names.filter((name) => name.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = path
      .slice(folder.length + 1)
      .split(sep)
      .join(posix.sep);
    if (name !== 'manifest.json') files.set(`/${name}`, toAsset(name, await readFile(path)));
  }
  return {
    files,
    capabilityStyles: Object.fromEntries(
      Object.entries(manifest).flatMap(([entry, { file }]) => {
        const [, capability] = capabilitySheet.exec(entry) ?? [];
        return capability ? [[capability, `/${file}`]] : [];
      }),
    ),
    address(entry) {
      const built = manifest[entry];
      if (!built) throw new Error(`the client build has no entry ${entry}`);
      return `/${built.file}`;
    },
  };
}

function toAsset(name: string, plain: Buffer): Asset {
  const extension = extname(name);
  const asset: Asset = {
    mediaType: mediaTypes[extension] ?? 'application/octet-stream',
    plain,
    immutable: digestInName.test(name),
  };
  if (!compressible.has(extension)) return asset;
  const brotli = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  return { ...asset, gzip: gzipSync(plain, { level: 9 }), brotli };
}
