/** A whole document, or a part of one, that converts to its HTML as a string. */
export interface Page {
  toString(): string | Promise<string>;
}
