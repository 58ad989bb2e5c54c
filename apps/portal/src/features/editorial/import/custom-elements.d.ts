/** The custom elements of this capability's pages. */
declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'import-progress': { children?: unknown; 'data-from': string; 'data-state': string };
    }
  }
}

export {};
