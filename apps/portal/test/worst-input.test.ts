import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import { begin, fill, hidden, visitor } from './editorial-visitors.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

const ownPage = { 'sec-fetch-site': 'same-origin' };
let portal: TestPortal;
let provider: BrowserSession;
let entry: string;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  entry = await begin(provider);
});
afterAll(() => portal.stop());

const of = (size: number, unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const describeAs = (text: string) =>
  fill(provider, entry, 'texts', { 'title.ja': '題', 'description.ja': text });
const urlencoded = { ...ownPage, 'content-type': 'application/x-www-form-urlencoded' };
const send = (path: string, body: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${portal.port}${path}`, { method: 'POST', body, headers });

/** Sends a file of many entries, and waits until it was read. */
async function upload(file: File): Promise<void> {
  const page = await (await provider.get('/desk/import')).text();
  const [, owner = ''] = /<option value="([^"]*)"/.exec(page.slice(page.indexOf('name="owner"'))) ?? [];
  const form = new FormData();
  for (const [field, value] of Object.entries({ id: hidden(page, 'id'), kind: 'initiative', owner }))
    form.set(field, value);
  form.set('file', file);
  const answer = await provider.upload('/desk/import', form);
  const address = answer.headers.get('location') ?? '';
  expect(address).toContain('/desk/import/');
  for (let state = 'reading'; state === 'reading'; await pause(50))
    ({ state } = (await (await provider.get(`${address}/progress`)).json()) as { state: string });
}

async function attach(file: File, parts = 0): Promise<void> {
  const form = new FormData();
  form.set('evidence', file);
  for (let part = 0; part < parts; part += 1) form.append(`x${part}`, '1');
  await provider.upload(`/desk/entries/${entry}/evidence`, form);
}

const columns = '名前（日本語）,一文の説明（日本語）,説明（日本語）,公式ページ\n';
const attributes = Array.from({ length: 400_000 }, (_, index) => `a${index}="1"`).join(' ');
const file = (bytes: string | Buffer, name: string) => new File([new Uint8Array(Buffer.from(bytes))], name);

/** Created beforehand, so that creating them is not measured. */
const files = {
  large: file(columns + of(9_000_000, `講座,${of(15_000, 'a')},b,https://a.example.jp/\n`), 'a.csv'),
  blanks: file(columns + of(4_000_000, `a${of(19_000, ' ')}b,x,y,z\n`), 'b.csv'),
  headings: file(`${of(3_800_000, `${of(19_999, '1')},`)}\n`, 'c.csv'),
  attributes: file(workbook(`<row ${attributes}/>`), 'd.xlsx'),
  unpacking: file(workbook(of(100_000_000, ' ')), 'e.xlsx'),
  longName: file('a', `${of(900_000, ' ')}x.txt`),
};

const attacks: Record<string, () => Promise<unknown>> = {
  'quotes within quotes': () => describeAs(of(20_000, '>')),
  'emphasis without an end': () => describeAs(of(20_000, '*a **a ')),
  'brackets without an end': () => describeAs(of(20_000, '[')),
  'a file of 9 MB': () => upload(files.large),
  'cells of blanks': () => upload(files.blanks),
  'headings of figures': () => upload(files.headings),
  'a workbook of 400,000 attributes': () => upload(files.attributes),
  'a workbook that unpacks to 100 MB': () => upload(files.unpacking),
  'a file with a long name': () => attach(files.longName),
  'a form of many parts': () => attach(files.longName, 3_000),
  'a form of many fields': () => send('/sign-in', of(60_000, 'a=&'), urlencoded),
  'an address of slashes': () => portal.get(`/a${of(15_000, '/')}x/`),
  'a search of 500 characters': () =>
    portal.get(`/search?q=${encodeURIComponent(of(500, '情報セキュリティ '))}`),
  'a password of signs': () =>
    provider.post('/account/security/password', { current: 'kakehashi-demo', next: of(100, '4@$3!1|0') }),
};

/**
 * Units of work for which the event loop may be blocked. Before they were bounded, these inputs took thirty
 * and more.
 */
const maxRatio = 12;

test.each(Object.entries(attacks))('%s: others are answered meanwhile', async (name, attack) => {
  await portal.get('/healthz');
  let least = { wait: 0, units: Number.POSITIVE_INFINITY };
  // A busy machine can hold everybody up for a moment, so it is tried again; an input that does so does it always.
  for (let time = 0; time < 3 && least.units > maxRatio; time += 1) {
    const measured = await longestWait(attack);
    if (measured.units < least.units) least = measured;
  }
  console.info(`${name}: others waited ${least.wait.toFixed(0)} ms at most, ${least.units.toFixed(1)} units`);
  expect(least.units).toBeLessThan(maxRatio);
});

/** How long the event loop was held up at most, in milliseconds and in units of work as long as they take just now. */
async function longestWait(attack: () => Promise<unknown>): Promise<{ wait: number; units: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let over = false;
  const unit = unitOfWork();
  delay.enable();
  const asking = (async () => {
    while (!over) {
      expect((await portal.get('/healthz')).status).toBe(200);
      await pause(20);
    }
  })();
  await attack();
  over = true;
  await asking;
  delay.disable();
  const wait = delay.max / 1e6;
  return { wait, units: wait / Math.max(unit, unitOfWork()) };
}

/** Milliseconds that a fixed piece of work takes just now. */
function unitOfWork(): number {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < 8_000_000; index += 1) sum = (Math.imul(sum, 31) + index) | 0;
  expect(sum).not.toBe(0);
  return performance.now() - start;
}

/** A workbook whose only sheet holds this. */
function workbook(sheet: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  return zipped({
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

/** A ZIP archive (APPNOTE 6.3, without what workbooks do not need). */
function zipped(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('PK\x03\x04'), about, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, name);
    offset += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(bodies.length / 4, 4);
  end.writeUInt16LE(bodies.length / 4, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, entries, Buffer.from('PK\x05\x06'), end]);
}
