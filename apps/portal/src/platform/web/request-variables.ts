import type { HttpBindings } from '@hono/node-server';
import type { Language } from '../i18n/language.ts';
import type { SignedInUser } from '../identity/user.ts';

/** A search on a page, and its number of results. */
export interface Searched {
  words: string;
  found: number;
}

/** Variables that the middleware sets on a request. */
interface RequestVariables {
  requestId: string;
  nonce: string;
  /** Taken from the address: `/en/…` is English. */
  language: Language;
  /** The signed-in user; absent: nobody. */
  user?: SignedInUser;
  /** There is a session cookie, but the user could not be determined. */
  sessionUnchecked?: true;
  /** Set by pages of search results. */
  searched?: Searched;
}

export type PortalEnvironment = { Variables: RequestVariables; Bindings: HttpBindings };
