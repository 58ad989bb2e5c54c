import type { HttpBindings } from '@hono/node-server';
import type { Language } from '../i18n/language.ts';
import type { SignedInUser } from '../identity/user.ts';

/** What the portal's middleware hangs on a request. */
interface RequestVariables {
  requestId: string;
  nonce: string;
  /** Taken from the address: `/en/…` is English. */
  language: Language;
  /** Who is signed in; absent: nobody. */
  user?: SignedInUser;
}

export type PortalEnvironment = { Variables: RequestVariables; Bindings: HttpBindings };
