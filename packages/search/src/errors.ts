export type SearchErrorCode =
  | 'field-count'
  | 'field-weight'
  | 'unknown-facet'
  | 'unknown-sort-key'
  | 'snapshot-format'
  | 'synonym-format';

/** A programming error of the caller, never caused by a user's query. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
