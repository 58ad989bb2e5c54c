/**
 * A run of text with its furigana, and whether a line may break before it.
 * Computed when a record is published, so that a request only writes it out.
 */
export interface TypesetRun {
  text: string;
  /** Hiragana above the text; absent where the text needs none. */
  reading?: string;
  /** A phrase (文節) begins here: a good place to break the line. */
  breakBefore?: boolean;
}

/** A Japanese text cut into runs; their texts joined are the text itself. */
export type TypesetText = TypesetRun[];
