import type { HttpBindings } from '@hono/node-server';
import type { Language } from '../i18n/language.ts';
import type { SignedInUser } from '../identity/user.ts';

/** What was searched for on a page, and how much was found. */
export interface Searched {
  words: string;
  found: number;
}

/** What the portal's middleware hangs on a request. */
interface RequestVariables {
  requestId: string;
  nonce: string;
  /** Taken from the address: `/en/…` is English. */
  language: Language;
  /** Who is signed in; absent: nobody. */
  user?: SignedInUser;
  /** Somebody has a session, and who it is could not be found out. */
  sessionUnchecked?: true;
  /** Of a page of search results. */
  searched?: Searched;
}

export type PortalEnvironment = { Variables: RequestVariables; Bindings: HttpBindings };
