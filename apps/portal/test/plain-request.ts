import { request } from 'node:http';

export interface PlainRequest {
  method?: string;
  /** Sent as they are, `Host` among them, which `fetch` keeps to itself; a list sends a header several times. */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** One request to a portal of this machine, without what a browser would do to it. */
export function plainRequest(port: number, path: string, options: PlainRequest = {}): Promise<Response> {
  const { method = 'GET', headers = {}, body } = options;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const pairs = Object.entries({ ...length, ...headers }).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => [name, value]),
  );
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: pairs, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const received = answer.rawHeaders.flatMap((name, at) =>
            at % 2 === 0 ? [[name, answer.rawHeaders[at + 1] ?? ''] as [string, string]] : [],
          );
          const status = answer.statusCode ?? 0;
          const content = status === 204 || status === 304 ? null : Buffer.concat(chunks);
          resolve(new Response(content, { status, headers: received }));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
