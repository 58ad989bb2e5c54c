import type { CommandText } from '../../../../platform/command-line/command.ts';

/** Why a source could not be collected. */
export class CollectingError extends Error {
  override readonly name = 'CollectingError';
  readonly text: CommandText;
  /** Whether trying again later may help. */
  readonly isPassing: boolean;
  /** Whether what came is whole but not what it should be. */
  readonly isUnsound: boolean;
  /** Milliseconds the server asked to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    text: CommandText,
    options: ErrorOptions & { isPassing: boolean; isUnsound?: boolean; retryAfter?: number },
  ) {
    super(text.en, options);
    this.text = text;
    this.isPassing = options.isPassing;
    this.isUnsound = options.isUnsound ?? false;
    this.retryAfter = options.retryAfter;
  }
}
