/** The custom elements of this capability's pages. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'live-results': { children?: unknown };
      'offline-help': { children?: unknown; 'data-scope': string; 'data-pages': string };
    }
  }
}

export {};
