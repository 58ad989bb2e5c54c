import type { HttpBindings } from '@hono/node-server';
import type { Language } from '../i18n/language.ts';

/** What the portal's middleware hangs on a request. */
export interface RequestVariables {
  requestId: string;
  nonce: string;
  /** Taken from the address: `/en/…` is English. */
  language: Language;
}

export type PortalEnvironment = { Variables: RequestVariables; Bindings: HttpBindings };
