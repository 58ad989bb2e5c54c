/** The custom elements of this capability's pages. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'live-results': { children?: unknown };
    }
  }
}

export {};
