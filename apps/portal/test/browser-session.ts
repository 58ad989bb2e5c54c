import type { SentForm, TestPortal } from './test-portal.ts';

/** What a browser visits: a portal of the test, or one that runs by itself. */
export type Visited = Pick<TestPortal, 'get' | 'post' | 'port'>;

/** A minimal browser: it keeps cookies and sends the headers of same-origin forms. */
export class BrowserSession {
  readonly #portal: Visited;
  readonly cookies = new Map<string, string>();

  constructor(portal: Visited) {
    this.#portal = portal;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#kept(await this.#portal.get(path, { ...this.#sent(), ...headers }));
  }

  async post(path: string, form: SentForm = {}, headers: Record<string, string> = {}): Promise<Response> {
    const own = { 'sec-fetch-site': 'same-origin', ...this.#sent() };
    return this.#kept(await this.#portal.post(path, form, { ...own, ...headers }));
  }

  /** Sends a form that carries files. */
  async upload(path: string, form: FormData): Promise<Response> {
    const headers = { 'sec-fetch-site': 'same-origin', ...this.#sent() };
    const address = `http://127.0.0.1:${this.#portal.port}${path}`;
    return this.#kept(await fetch(address, { method: 'POST', body: form, headers, redirect: 'manual' }));
  }

  /** Signs in with a password; the answer is the one to the last form. */
  async signIn(email: string, password = 'kakehashi-demo', to = '/account'): Promise<Response> {
    return this.post('/sign-in', { email, password, to });
  }

  #sent(): Record<string, string> {
    return this.cookies.size > 0
      ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
      : {};
  }

  #kept(response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const at = pair.indexOf('=');
      const expired = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
      if (expired) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
