/** The custom elements of this capability's pages. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'live-results': { children?: unknown };
      'keep-button': {
        children?: unknown;
        'data-record': string;
        'data-path': string;
        'data-keep': string;
        'data-drop': string;
        'data-list': string;
        'data-full': string;
      };
      'kept-list': {
        children?: unknown;
        'data-ids': string;
        'data-path': string;
        'data-save': string;
        'data-saved': string;
        'data-print': string;
        'data-share': string;
        'data-copied': string;
      };
      'kept-marks': {
        'data-path': string;
        'data-keep': string;
        'data-drop': string;
        'data-list': string;
        'data-full': string;
      };
      'offline-help': { children?: unknown; 'data-scope': string; 'data-pages': string };
    }
  }
}

export {};
