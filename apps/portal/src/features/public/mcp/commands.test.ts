import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { runTestCommand } from '../../../cli/test-command.ts';
import { findProjectRoot } from '../../../platform/config/project-root.ts';
import { readMessages } from './commands/message-lines.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const address = () => `http://127.0.0.1:${portal.port}`;
const lines = (...messages: object[]) =>
  stdin(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));

async function* stdin(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

const ping = { jsonrpc: '2.0', id: 7, method: 'ping' } as const;

describe('kakehashi mcp', () => {
  it.each(['legacy', 'auto'] as const)('is a server to whatever starts it: %s', async (mode) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [join(findProjectRoot(), 'apps/portal/src/cli/main.ts'), 'mcp', address()],
        stderr: 'inherit',
      }),
    );
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('find_help');
    const found = await client.callTool({ name: 'search', arguments: { query: 'CYDER' } });
    expect(found.structuredContent).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'cyder' })]),
    });
    await client.close();
  });

  it('writes answers and nothing else to stdout, and ends with its input', async () => {
    const { code, out, notes } = await runTestCommand(['mcp', address()], {
      stdin: lines(ping, { ...ping, id: 8, method: 'tools/list' }),
    });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([code, notes]).toEqual([0, '']);
    expect(answers.map(({ id }) => id).sort()).toEqual([7, 8]);
  });

  it('answers what is no message, and goes on', async () => {
    const { out } = await runTestCommand(['mcp', address()], {
      stdin: stdin('nonsense\n', '{"a":1}\n', `${JSON.stringify(ping)}\n`),
    });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.filter(({ error }) => error).map(({ error }) => error.code)).toEqual([-32_700, -32_600]);
    expect(answers.find(({ id }) => id === 7)).toMatchObject({ result: {} });
  });

  it('tells both the asker and the person when the portal does not answer', async () => {
    const { code, out, notes } = await runTestCommand(['mcp', 'http://127.0.0.1:9'], { stdin: lines(ping) });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 7,
      error: { message: expect.stringContaining('No answer') },
    });
    expect(notes).toContain('No answer from http://127.0.0.1:9/mcp');
  });

  it('does not follow a server that sends it elsewhere', async () => {
    const visited: string[] = [];
    const elsewhere: Server = createServer((request, response) => {
      visited.push(request.url ?? '');
      response.writeHead(307, { location: `${address()}/mcp` }).end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as { port: number };
    const { out } = await runTestCommand(['mcp', `http://127.0.0.1:${port}`], { stdin: lines(ping) });
    expect(JSON.parse(out)).toMatchObject({ id: 7, error: {} });
    expect(visited).toEqual(['/mcp']);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  it.each([
    [['mcp', 'ftp://x']],
    [['mcp', 'portal.example.jp']],
    [['mcp', 'https://a.example', 'https://b.example']],
  ])('refuses %j in a sentence', async (args) => {
    const { code, notes } = await runTestCommand(args);
    expect([code, notes]).toEqual([2, expect.stringMatching(/portal|Usage/)]);
  });
});

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('messages on lines', () => {
  const message = fc
    .record({ id: fc.integer(), text: fc.string({ unit: 'grapheme' }) })
    .map(({ id, text }) => ({ jsonrpc: '2.0', id, method: 'ping', params: { text } }));

  it('are the same however the bytes come in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message), fc.integer({ min: 1, max: 50 }), async (messages, size) => {
        const bytes = Buffer.from(messages.map((each) => JSON.stringify(each)).join('\n'));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const read = await all(readMessages(stdin(...pieces)));
        expect(read).toEqual(messages.map((each) => ({ ok: true, message: each })));
      }),
    );
  });

  it('that never end are thrown away, and the next one is read', async () => {
    const piece = 'x'.repeat(600_000);
    const read = await all(readMessages(stdin(piece, piece, piece, `\n${JSON.stringify(ping)}\n`)));
    expect(read).toEqual([
      { ok: false, code: -32_600, text: expect.stringContaining('at most') },
      { ok: true, message: ping },
    ]);
  });
});
