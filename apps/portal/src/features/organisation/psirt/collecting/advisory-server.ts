import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one answer. */
export type Failure =
  | { kind: 'status'; status: number; retryAfter?: string }
  /** The connection breaks after so many bytes of the body. */
  | { kind: 'cut'; after: number }
  /** Nothing more comes after so many bytes, and the connection stays open. */
  | { kind: 'stall'; after: number }
  /** One bit of the body is not as it should be, and the checksum header tells. */
  | { kind: 'flip' };

export interface Answered {
  url: string;
  status: number;
  range: string | undefined;
  /** of the body, sent */
  bytes: number;
}

/** A local server of advisories that knows ETag and Range, and fails as it is told to; for tests. */
export class AdvisoryServer {
  readonly files = new Map<string, Buffer>();
  /** Used up one answer after the other. */
  readonly failures: Failure[] = [];
  readonly answers: Answered[] = [];
  readonly #breaking = new Map<ServerResponse, number>();
  readonly #server: Server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Tells the server how much of a file the other side has taken. */
  taken(bytes: number): void {
    for (const [response, last] of this.#breaking) if (bytes >= last) this.#break(response);
  }

  /** A broken connection loses what was not yet taken, so it is broken once all was, or after a while. */
  #breakOnceTaken(response: ServerResponse, last: number): void {
    this.#breaking.set(response, last);
    setTimeout(() => this.#break(response), 1_000).unref();
  }

  #break(response: ServerResponse): void {
    this.#breaking.delete(response);
    response.destroy();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { range } = request.headers;
    const url = request.url ?? '';
    const failure = this.failures.shift();
    const record = (status: number, bytes: number) => this.answers.push({ url, status, range, bytes });
    const content = this.files.get(url);
    if (failure?.kind === 'status') {
      response
        .writeHead(failure.status, failure.retryAfter ? { 'retry-after': failure.retryAfter } : {})
        .end();
      record(failure.status, 0);
      return;
    }
    if (content === undefined) {
      response.writeHead(404).end();
      record(404, 0);
      return;
    }
    const etag = `"${createHash('sha1').update(content).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      record(304, 0);
      return;
    }
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
    const from = isSame ? Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0) : 0;
    if (from >= content.length) {
      response.writeHead(416).end();
      record(416, 0);
      return;
    }
    const body = Buffer.from(content.subarray(from));
    if (failure?.kind === 'flip') body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    const headers: Record<string, string | number> = {
      etag,
      'content-length': body.length,
      'x-goog-hash': `md5=${createHash('md5').update(content).digest('base64')}`,
    };
    if (from > 0) headers['content-range'] = `bytes ${from}-${content.length - 1}/${content.length}`;
    response.writeHead(from > 0 ? 206 : 200, headers);
    if (failure?.kind === 'cut' || failure?.kind === 'stall') {
      const part = body.subarray(0, failure.after);
      record(response.statusCode, part.length);
      response.write(part);
      if (failure.kind === 'cut') this.#breakOnceTaken(response, from + part.length);
      return;
    }
    record(response.statusCode, body.length);
    response.end(body);
  }
}
