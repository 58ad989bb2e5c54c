import { type JSONRPCMessage, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { commandArguments } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  type ExitCode,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { mcpPaths } from '../paths.ts';
import { readMessages } from './message-lines.ts';

const usage = 'kakehashi mcp https://portal.example.jp';
const localPortal = 'http://127.0.0.1:3000';

const mcpCommand: Command = {
  name: 'mcp',
  summary: {
    ja: 'AIアシスタントを、動いている架け橋につなぐ（MCP、標準入出力）',
    en: 'Connect an AI assistant to a running portal (MCP over stdio)',
  },
  help: {
    ja: `使い方: ${usage}

アシスタントが起動するコマンドです。標準入力のMCPのメッセージを架け橋の ${mcpPaths.endpoint} に渡し、答えを標準出力に返します。
アドレスがなければ KAKEHASHI_BASE_URL、それもなければ ${localPortal} につなぎます。
読むだけで、何も残しません。設定のしかた: docs/mcp.md`,
    en: `Usage: ${usage}

For an assistant to start: passes MCP messages from stdin to ${mcpPaths.endpoint} of a portal, and its answers to stdout.
Without an address it connects to KAKEHASHI_BASE_URL, or else to ${localPortal}.
It only reads and keeps nothing. How to configure: docs/mcp.md`,
  },
  async run(args, io) {
    const { positionals } = commandArguments(args, {});
    if (positionals.length > 1) throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    const [given = io.env.KAKEHASHI_BASE_URL ?? localPortal] = positionals;
    return passOn(endpointOf(given), io);
  },
};

export const commands: readonly Command[] = [mcpCommand];

/** @throws CommandError for what is no address of a site */
function endpointOf(address: string): URL {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol)) return new URL(mcpPaths.endpoint, url);
  throw new CommandError({
    ja: `「${address}」は架け橋のアドレスではありません。https:// から書いてください。`,
    en: `"${address}" is not the address of a portal; it begins with https://.`,
  });
}

/** Passes messages on until stdin ends; the answers to all of them are awaited. */
async function passOn(endpoint: URL, io: CommandIo): Promise<ExitCode> {
  const http = new StreamableHTTPClientTransport(endpoint);
  const write = (message: JSONRPCMessage) => void io.out(`${JSON.stringify(message)}\n`);
  http.onmessage = (message) => {
    // Later requests name the version that both sides agreed on.
    if ('result' in message && typeof message.result.protocolVersion === 'string')
      http.setProtocolVersion(message.result.protocolVersion);
    write(message);
  };
  const waiting = new Set<Promise<void>>();
  await http.start();
  for await (const read of readMessages(io.stdin)) {
    if (!read.ok) {
      write({ jsonrpc: '2.0', error: { code: read.code, message: read.text } });
      continue;
    }
    const { message } = read;
    const sending = http
      .send(message)
      .catch((error: unknown) => {
        const text = unreachable(endpoint, error);
        io.note(`kakehashi mcp: ${text[io.language]}`);
        // Whoever asked is told, and does not wait for ever.
        if ('method' in message && 'id' in message)
          write({ jsonrpc: '2.0', id: message.id, error: { code: internalError, message: text.en } });
      })
      .finally(() => waiting.delete(sending));
    waiting.add(sending);
  }
  await Promise.all(waiting);
  await http.close();
  return exitCode.ok;
}

const internalError = -32_603;

function unreachable(endpoint: URL, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ja: `${endpoint.href} から答えがありません（${reason}）。アドレスと、架け橋が動いているかを確かめてください。`,
    en: `No answer from ${endpoint.href} (${reason}). Check the address, and that the portal is running.`,
  };
}
