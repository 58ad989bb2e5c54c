declare module 'hono/jsx/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'greeting-card': { children?: unknown };
    }
  }
}

export {};
