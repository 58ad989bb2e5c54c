import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { CommandText } from '../../../platform/command-line/command.ts';

const maxBytes = 64 * 1024 ** 2;

/**
 * What kind of document a file plainly is, for telling whoever gave it in the wrong place; undefined where it is unclear.
 * @param among  `no-bill` where bills are what was looked for
 */
export async function documentKind(
  path: string,
  among: 'any' | 'no-bill' = 'any',
): Promise<CommandText | undefined> {
  const kind = await anyKind(path);
  return among === 'no-bill' && bills.includes(kind) ? undefined : kind;
}

async function anyKind(path: string): Promise<CommandText | undefined> {
  const name = basename(path).toLowerCase();
  const byName = fileNames.find(({ pattern }) => pattern.test(name));
  if (byName) return byName.kind;
  const text = await beginning(path);
  if (text === undefined) return undefined;
  if (!/^\s*[{[]/.test(text)) return texts.find(({ pattern }) => pattern.test(text))?.kind;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  return objects.find(({ test }) => test(document as Record<string, unknown>))?.kind;
}

const spdx: CommandText = { ja: '部品表（SPDX）', en: 'a bill of materials (SPDX)' };
const cycloneDx: CommandText = { ja: '部品表（CycloneDX）', en: 'a bill of materials (CycloneDX)' };
const bills: readonly (CommandText | undefined)[] = [spdx, cycloneDx];

const fileNames: readonly { pattern: RegExp; kind: CommandText }[] = [
  {
    pattern: /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/,
    kind: {
      ja: 'npm などのロックファイル（部品表は「npm sbom --sbom-format cyclonedx」などで作れます）',
      en: 'a lock file of npm or the like ("npm sbom --sbom-format cyclonedx" makes a bill)',
    },
  },
  {
    pattern: /^(?:package\.json|go\.(?:mod|sum)|cargo\.lock|poetry\.lock|requirements.*\.txt|pom\.xml)$/,
    kind: {
      ja: 'パッケージ管理の設定（部品表は CycloneDX や syft などの道具で作ります）',
      en: "a package manager's file (tools such as CycloneDX's or syft make a bill of it)",
    },
  },
];

const texts: readonly { pattern: RegExp; kind: CommandText }[] = [
  { pattern: /^[ \t]*SPDXVersion:/m, kind: spdx },
  {
    pattern: /<bom\s[^>]*cyclonedx\.org/,
    kind: cycloneDx,
  },
  { pattern: /^<!doctype html|^<html/i, kind: { ja: 'ウェブページ', en: 'a web page' } },
  { pattern: /^(?:#model_version|cve,epss)/, kind: { ja: 'EPSS の一覧', en: 'an EPSS list' } },
  { pattern: /^PK\W{2}/, kind: { ja: 'zip', en: 'a zip archive' } },
  { pattern: /^%PDF-/, kind: { ja: 'PDF', en: 'a PDF' } },
];

const objects: readonly { test: (document: Record<string, unknown>) => boolean; kind: CommandText }[] = [
  {
    test: ({ '@context': context }) => String(context).includes('openvex'),
    kind: { ja: '判断の記録（OpenVEX）', en: 'verdicts (OpenVEX)' },
  },
  {
    test: ({ document }) => isObject(document) && 'csaf_version' in document,
    kind: { ja: 'CSAF の文書', en: 'a CSAF document' },
  },
  {
    test: ({ bomFormat, specVersion }) => bomFormat === 'CycloneDX' || specVersion !== undefined,
    kind: cycloneDx,
  },
  {
    test: ({ spdxVersion, '@context': context, sbom }) =>
      spdxVersion !== undefined || isObject(sbom) || (JSON.stringify(context) ?? '').includes('spdx.org'),
    kind: spdx,
  },
  {
    test: ({ vulnerabilities, catalogVersion }) =>
      Array.isArray(vulnerabilities) && catalogVersion !== undefined,
    kind: { ja: 'KEV の一覧', en: 'the KEV list' },
  },
  {
    test: ({ runs, version }) => Array.isArray(runs) && version === '2.1.0',
    kind: { ja: 'SARIF の報告', en: 'a SARIF report' },
  },
  {
    test: ({ id, affected, modified }) =>
      typeof id === 'string' && (Array.isArray(affected) || modified !== undefined),
    kind: { ja: '脆弱性情報（OSV）', en: 'an advisory (OSV)' },
  },
];

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * The text of a file as far as it is examined; undefined if it cannot be read, which is reported elsewhere.
 */
async function beginning(path: string): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of createReadStream(path, { end: maxBytes - 1 })) {
      length += part.length;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  return length === 0
    ? undefined
    : Buffer.concat(parts)
        .toString('utf8')
        .replace(/^\ufeff/, '');
}
