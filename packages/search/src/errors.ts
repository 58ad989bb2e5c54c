export type SearchErrorCode =
  | 'field-count'
  | 'field-weight'
  | 'unknown-facet'
  | 'unknown-sort-key'
  | 'snapshot-format'
  | 'synonym-format';

/** A mistake of the program that calls the index, never of the person who searches. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
