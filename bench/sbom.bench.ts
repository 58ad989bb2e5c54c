/**
 * Reading a bill of materials of 200 MB in each notation: processor time and peak memory, in a process of its own.
 * The peer holds the whole text and parses it with JSON.parse, without judging it by the schema, as tools that do not
 * stream must at least do.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readSbom } from '../packages/vulnerabilities/src/index.ts';

const size = 200_000_000;
const digits = '0123456789abcdef'.repeat(8);
const notations = { json: jsonBill, xml: xmlBill, 'tag-value': tagValueBill };

const [task] = process.argv.slice(2);
if (task === undefined) compare();
else await measure(task);

function compare(): void {
  console.log(
    '| reader | components | MB per processor second | processor seconds | peak memory, MB |\n|---|---:|---:|---:|---:|',
  );
  const peer = run('peer');
  for (const notation of Object.keys(notations)) {
    const own = run(notation);
    const [memory, time] = [own.memory / peer.memory, own.seconds / peer.seconds];
    console.log(
      `  → against JSON.parse of the JSON text: ${memory.toFixed(2)} × the memory, ${time.toFixed(1)} × the time`,
    );
  }
}

interface Measured {
  seconds: number;
  memory: number;
}

function run(name: string): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const [line = '', figures = '{}'] = stdout.trim().split('\n');
  console.log(line);
  return JSON.parse(figures) as Measured;
}

async function measure(name: string): Promise<void> {
  const components =
    name === 'peer' ? await parseWhole() : await readStreamed(name as keyof typeof notations);
  const { user, system } = process.cpuUsage();
  const seconds = (user + system) / 1e6;
  const memory = process.resourceUsage().maxRSS / 1024;
  const label = name === 'peer' ? 'JSON.parse (peer)' : `readSbom, ${name}`;
  const speed = (size / 1e6 / seconds).toFixed(0);
  console.log(`| ${label} | ${components} | ${speed} | ${seconds.toFixed(1)} | ${memory.toFixed(0)} |`);
  console.log(JSON.stringify({ seconds, memory }));
}

async function readStreamed(notation: keyof typeof notations): Promise<number> {
  const { components, warningCounts } = await readSbom(pieces(notations[notation]()));
  if (Object.keys(warningCounts).length > 0) throw new Error(JSON.stringify(warningCounts));
  return components.length;
}

async function parseWhole(): Promise<number> {
  const parts: Uint8Array[] = [];
  for (const piece of pieces(jsonBill())) parts.push(piece);
  const text = Buffer.concat(parts).toString('utf8');
  parts.length = 0;
  return JSON.parse(text).components.length;
}

function* pieces(texts: Generator<string>): Generator<Uint8Array> {
  let held = '';
  for (const text of texts) {
    held += text;
    if (held.length < 65_536) continue;
    yield Buffer.from(held);
    held = '';
  }
  yield Buffer.from(held);
}

/** Parts as build tools write them, until the text has its size. */
function* parts(written: () => number): Generator<{ number: number; version: string; hash: string }> {
  for (let number = 0; written() < size; number++) {
    const hash = (digits + number.toString(16)).slice(-128);
    yield { number, version: `${number % 9}.${number % 100}.0`, hash };
  }
}

function* jsonBill(): Generator<string> {
  let written = 0;
  let separator = '';
  yield '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[';
  for (const { number, version, hash } of parts(() => written)) {
    const purl = `pkg:npm/%40scope/name-${number}@${version}`;
    const text = JSON.stringify({
      type: 'library',
      'bom-ref': purl,
      group: '@scope',
      name: `name-${number}`,
      version,
      description: `What component ${number} of this bill is good for, in a sentence or so`,
      scope: 'required',
      hashes: [
        { alg: 'SHA-256', content: hash.slice(0, 64) },
        { alg: 'SHA-512', content: hash },
      ],
      licenses: [{ license: { id: 'MIT' } }],
      purl,
      externalReferences: [{ type: 'website', url: `https://example.com/${number}` }],
    });
    written += text.length + 2;
    yield `${separator}${text}`;
    separator = ',\n';
  }
  yield ']}';
}

function* xmlBill(): Generator<string> {
  let written = 0;
  yield '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>';
  for (const { number, version, hash } of parts(() => written)) {
    const purl = `pkg:npm/%40scope/name-${number}@${version}`;
    const text = `<component type="library" bom-ref="${purl}"><group>@scope</group><name>name-${number}</name><version>${version}</version><description>What component ${number} of this bill is good for</description><scope>required</scope><hashes><hash alg="SHA-256">${hash.slice(0, 64)}</hash><hash alg="SHA-512">${hash}</hash></hashes><licenses><license><id>MIT</id></license></licenses><purl>${purl}</purl></component>\n`;
    written += text.length;
    yield text;
  }
  yield '</components></bom>';
}

function* tagValueBill(): Generator<string> {
  let written = 0;
  yield 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: b\nDocumentNamespace: https://example.com/b\nCreator: Tool: bench\nCreated: 2026-04-01T00:00:00Z\n';
  for (const { number, version, hash } of parts(() => written)) {
    const text = `\nPackageName: name-${number}\nSPDXID: SPDXRef-${number}\nPackageVersion: ${version}\nPackageSupplier: Organization: Example Works\nPackageDownloadLocation: https://example.com/${number}\nPackageLicenseConcluded: MIT\nPackageLicenseDeclared: MIT\nPackageChecksum: SHA256: ${hash.slice(0, 64)}\nPackageChecksum: SHA512: ${hash}\nExternalRef: PACKAGE-MANAGER purl pkg:npm/%40scope/name-${number}@${version}\nPackageDescription: <text>What component ${number} of this bill is good for, in a sentence or so</text>\n`;
    written += text.length;
    yield text;
  }
}
