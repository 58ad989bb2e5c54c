/**
 * A run of text with its furigana and a possible line break before it. Computed at publication, so that
 * requests only render it.
 */
export interface TypesetRun {
  text: string;
  /** Hiragana reading; absent if none is needed. */
  reading?: string;
  /** A phrase (文節) begins here: a preferred line break. */
  breakBefore?: boolean;
}

/** A Japanese text split into runs; their texts joined equal the text. */
export type TypesetText = TypesetRun[];
