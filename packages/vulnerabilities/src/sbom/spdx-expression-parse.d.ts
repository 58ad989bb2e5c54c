declare module 'spdx-expression-parse' {
  /** Throws where the text is no SPDX licence expression. */
  export default function parse(expression: string): unknown;
}
