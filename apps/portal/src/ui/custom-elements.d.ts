/** The site's custom elements, as they are written in pages. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'benefit-calculator': { children?: unknown };
      'draft-preview': { children?: unknown };
      'entry-autosave': {
        children?: unknown;
        'data-saving': string;
        'data-saved': string;
        'data-not-saved': string;
        'data-signed-out': string;
        'data-clash': string;
        'data-refused': string;
      };
      'import-progress': { children?: unknown; 'data-from': string; 'data-state': string };
      'live-results': { children?: unknown };
      'passkey-sign-in': { children?: unknown; 'data-to': string; 'data-failed': string };
      'passkey-proof': { children?: unknown; 'data-failed': string };
      'passkey-enrolment': { children?: unknown; 'data-failed': string };
      'record-picker': { children?: unknown };
      'text-count': {
        children?: unknown;
        class: string;
        'data-for': string;
        'data-longest': number;
        'data-left': string;
        'data-over': string;
      };
      'search-suggest': { children?: unknown; 'data-label': string; 'data-count': string };
    }
  }
}

export {};
