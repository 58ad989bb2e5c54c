import { type JSONRPCMessage, parseJSONRPCMessage } from '@modelcontextprotocol/client';

/** Characters of one message, with room to spare for what the portal takes. */
const longestLine = 1024 * 1024;
const parseError = -32_700;
const invalidRequest = -32_600;

export type ReadMessage = { ok: true; message: JSONRPCMessage } | { ok: false; code: number; text: string };

/** Messages of the protocol from its stdio form: JSON, one message a line. */
export async function* readMessages(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<ReadMessage> {
  const decoder = new TextDecoder();
  let begun = '';
  let isTooLong = false;
  for await (const bytes of stdin) {
    const lines = (begun + decoder.decode(bytes, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) {
      if (isTooLong || line.length > longestLine) yield tooLong;
      else if (line.trim() !== '') yield parse(line);
      isTooLong = false;
    }
    // The rest of such a line is read and thrown away.
    if (begun.length > longestLine) {
      isTooLong = true;
      begun = '';
    }
  }
  if (isTooLong) yield tooLong;
  else if (begun.trim() !== '') yield parse(begun);
}

const tooLong: ReadMessage = {
  ok: false,
  code: invalidRequest,
  text: `A message has at most ${longestLine} characters.`,
};

function parse(line: string): ReadMessage {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, code: parseError, text: 'Parse error: the line is not JSON.' };
  }
  try {
    return { ok: true, message: parseJSONRPCMessage(json) };
  } catch {
    return { ok: false, code: invalidRequest, text: 'The line is no JSON-RPC message.' };
  }
}
