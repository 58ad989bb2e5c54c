/** Types of the site's custom elements. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'entry-autosave': {
        children?: unknown;
        'data-saving': string;
        'data-saved': string;
        'data-not-saved': string;
        'data-signed-out': string;
        'data-conflict': string;
        'data-refused': string;
        'data-closed': string;
        'data-words': string;
      };
      'text-count': {
        children?: unknown;
        class: string;
        'data-quiet'?: boolean | undefined;
        'data-for': string;
        'data-longest': number;
        'data-left': string;
        'data-over': string;
      };
      'opening-now': { children?: unknown; 'data-until': string };
      'picture-field': {
        children?: unknown;
        'data-upload': string | undefined;
        'data-sending': string;
        'data-sent': string;
        'data-failed': string;
      };
      'record-picker': {
        children?: unknown;
        'data-path': string;
        'data-count': string;
        'data-none': string;
      };
      'search-suggest': { children?: unknown; 'data-label': string; 'data-count': string };
    }
  }
}

export {};
