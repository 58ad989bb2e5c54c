import type { CommandText } from '../../../../platform/command-line/command.ts';

/** Why a source could not be collected. */
export class CollectingError extends Error {
  override readonly name = 'CollectingError';
  readonly text: CommandText;
  /** Whether trying again later may help. */
  readonly isPassing: boolean;
  /** Whether what came is whole but not what it should be. */
  readonly isInvalid: boolean;
  /** Milliseconds the server asked to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    text: CommandText,
    options: ErrorOptions & { isPassing: boolean; isInvalid?: boolean; retryAfter?: number },
  ) {
    super(text.en, options);
    this.text = text;
    this.isPassing = options.isPassing;
    this.isInvalid = options.isInvalid ?? false;
    this.retryAfter = options.retryAfter;
  }
}
