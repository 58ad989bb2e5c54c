import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdvisoryServer, type Failure } from './advisory-server.ts';
import { Collection } from './collection.ts';
import type { Transport } from './download.ts';
import type { Source } from './sources.ts';
import { type Outcome, updateSource } from './update.ts';

const fixtures = fileURLToPath(
  new URL('../../../../../../../packages/vulnerabilities/fixtures/advisories', import.meta.url),
);

let server: AdvisoryServer;
let address: string;
let folder: string;
let collection: Collection;
let source: Source;
let waits: number[];

beforeEach(async () => {
  server = new AdvisoryServer();
  address = await server.start();
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-collecting-'));
  collection = new Collection(folder);
  source = { name: 'npm', url: `${address}/npm/all.zip`, file: 'osv/npm.zip', kind: 'osv' };
  waits = [];
  server.files.set('/npm/all.zip', await ecosystem('EXAMPLE-2026-0001'));
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A zip of that advisory, large enough to be cut anywhere. */
async function ecosystem(id: string): Promise<Buffer> {
  const record = JSON.parse(await readFile(join(fixtures, 'EXAMPLE-2026-0001.json'), 'utf8'));
  const noise = Array.from({ length: 2000 }, (_, number) => Math.sin(number + id.length).toString(36)).join(
    '',
  );
  return Buffer.from(
    zipSync({ [`${id}.json`]: Buffer.from(JSON.stringify({ ...record, id, details: noise })) }),
  );
}

function update(settings: Partial<Transport> & { tries?: number } = {}): Promise<Outcome> {
  const { tries = 4, ...transport } = settings;
  return updateSource(
    source,
    collection,
    {
      fetch,
      signal: new AbortController().signal,
      idleLimit: 5_000,
      sizeLimit: 1_000_000,
      onProgress: (received) => server.taken(received),
      ...transport,
    },
    {
      tries,
      random: () => 0.5,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
    () => new Date('2026-04-01T00:00:00Z'),
  );
}

const kept = () => readFile(collection.path(source.file));

describe('collecting a source', () => {
  it('fetches it, and the next time asks only whether it has changed', async () => {
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(await kept()).toEqual(server.files.get('/npm/all.zip'));
    expect(await update()).toMatchObject({ state: 'unchanged' });
    expect(server.answers.map(({ status }) => status)).toEqual([200, 304]);
    server.files.set('/npm/all.zip', await ecosystem('EXAMPLE-2026-0002'));
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(await kept()).toEqual(server.files.get('/npm/all.zip'));
  });

  it('records where each file came from, with its checksum', async () => {
    await update();
    expect(await collection.records()).toEqual({
      'osv/npm.zip': {
        name: 'npm',
        url: source.url,
        etag: expect.stringMatching(/^"[0-9a-f]{40}"$/),
        lastModified: null,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        bytes: server.files.get('/npm/all.zip')?.length,
        checked: '2026-04-01T00:00:00.000Z',
      },
    });
  });

  it('fetches it anew where the copy on disk is no longer whole', async () => {
    await update();
    await writeFile(collection.path(source.file), 'damaged');
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(await kept()).toEqual(server.files.get('/npm/all.zip'));
  });
});

describe('what goes wrong on the way', () => {
  it('is tried again, waiting longer each time, or as long as the server asks', async () => {
    server.failures.push(
      { kind: 'status', status: 503 },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 429, retryAfter: '7' },
    );
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(waits).toEqual([500, 1000, 7000]);
  });

  it('goes on where the download was cut off, and sends no byte twice', async () => {
    server.failures.push({ kind: 'cut', after: 5000 }, { kind: 'cut', after: 4000 });
    expect(await update()).toMatchObject({ state: 'updated' });
    const size = server.files.get('/npm/all.zip')?.length ?? 0;
    expect(server.answers.map(({ status, range }) => [status, range])).toEqual([
      [200, undefined],
      [206, 'bytes=5000-'],
      [206, 'bytes=9000-'],
    ]);
    expect(server.answers.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(size);
    expect(await kept()).toEqual(server.files.get('/npm/all.zip'));
  });

  it('goes on also in a later run', async () => {
    server.failures.push({ kind: 'cut', after: 6000 });
    expect(await update({ tries: 1 })).toMatchObject({ state: 'failed' });
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(server.answers.at(-1)).toMatchObject({ status: 206, range: 'bytes=6000-' });
    expect(await readdir(join(folder, '.partial'))).toEqual([]);
  });

  it('starts over where the source has changed in between', async () => {
    server.failures.push({ kind: 'cut', after: 6000 });
    await update({ tries: 1 });
    server.files.set('/npm/all.zip', await ecosystem('EXAMPLE-2026-0003'));
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(server.answers.at(-1)).toMatchObject({ status: 200 });
    expect(await kept()).toEqual(server.files.get('/npm/all.zip'));
  });

  it('does not accept what the checksum of the server disowns', async () => {
    server.failures.push({ kind: 'flip' });
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(server.answers).toHaveLength(2);
    expect(await kept()).toEqual(server.files.get('/npm/all.zip'));
  });

  it('gives up on a connection that has gone silent', async () => {
    server.failures.push({ kind: 'stall', after: 3000 });
    expect(await update({ idleLimit: 150 })).toMatchObject({ state: 'updated' });
    expect(server.answers.at(-1)).toMatchObject({ status: 206 });
  });

  it('refuses more bytes than the limit', async () => {
    expect(await update({ sizeLimit: 1000 })).toMatchObject({ state: 'failed' });
    expect(server.answers).toHaveLength(1);
  });

  it('is told at once where trying again cannot help', async () => {
    server.files.clear();
    const outcome = await update();
    expect(outcome).toMatchObject({ state: 'failed', error: { text: { en: `${source.url} answered 404` } } });
    expect(waits).toEqual([]);
  });
});

describe('the last good copy', () => {
  const disasters: [string, Failure[], (content: Buffer) => Buffer][] = [
    ['a server that only fails', Array(9).fill({ kind: 'status', status: 500 }), (content) => content],
    ['connections that always break', Array(9).fill({ kind: 'cut', after: 10 }), (content) => content],
    ['a page of excuses instead of a zip', [], () => Buffer.from('<html>down for maintenance</html>')],
    ['a zip that is cut off', [], (content) => content.subarray(0, content.length - 40)],
    ['a zip without an advisory', [], () => Buffer.from(zipSync({ 'README.txt': Buffer.from('x') }))],
  ];

  it.each(disasters)('outlives %s', async (_, failures, served) => {
    await update();
    const before = await kept();
    server.files.set('/npm/all.zip', served(await ecosystem('EXAMPLE-2026-0004')));
    server.failures.push(...failures);
    expect(await update()).toMatchObject({ state: 'failed', kept: '2026-04-01T00:00:00.000Z' });
    expect(await kept()).toEqual(before);
  });

  it('stays whole wherever the transfer stops, and the next run completes', async () => {
    await update();
    const before = await kept();
    const next = await ecosystem('EXAMPLE-2026-0005');
    server.files.set('/npm/all.zip', next);
    for (let after = 1; after < next.length; after += Math.ceil(next.length / 12)) {
      server.failures.push({ kind: 'cut', after });
      expect(await update({ tries: 1 })).toMatchObject({ state: 'failed' });
      expect(await kept()).toEqual(before);
      await rm(join(folder, '.partial'), { recursive: true, force: true });
    }
    expect(await update()).toMatchObject({ state: 'updated' });
    expect(await kept()).toEqual(next);
  });

  it('stays when the user interrupts, and nothing is left half done', async () => {
    await update();
    const before = await kept();
    server.files.set('/npm/all.zip', await ecosystem('EXAMPLE-2026-0006'));
    server.failures.push({ kind: 'stall', after: 2000 });
    const interruption = new AbortController();
    const running = update({ signal: interruption.signal, onProgress: () => interruption.abort() });
    await expect(running).rejects.toThrow();
    expect(await kept()).toEqual(before);
    expect(await update()).toMatchObject({ state: 'updated' });
  });
});
