/** The custom elements of this capability's pages. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'passkey-sign-in': { children?: unknown; 'data-to': string; 'data-failed': string };
      'passkey-proof': { children?: unknown; 'data-failed': string };
      'passkey-enrolment': { children?: unknown; 'data-failed': string };
    }
  }
}

export {};
