/** A text for the terminal. */
export interface CommandText {
  ja: string;
  en: string;
}

/** Exit codes of every `kakehashi` command. */
export const exitCode = {
  ok: 0,
  /** The command found what it looked for (CI fails). */
  found: 1,
  /** The command line or an input is invalid. */
  unusable: 2,
  /** Part of the input could not be searched, and the options make that an error. */
  unsearched: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Environment of a command; tests provide their own. */
export interface CommandIo {
  /** Of the command itself, as in `kakehashi --version`. */
  readonly version: string;
  readonly language: 'ja' | 'en';
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths are resolved against. */
  readonly folder: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Results, and nothing else. */
  out(text: string): Promise<void>;
  /** Everything that is not a result: warnings, errors. */
  note(text: string): void;
  /** Shows progress on an interactive terminal; the next call or note replaces it. */
  progress(text: string): void;
  /** Whether results go to a terminal that shows colours. */
  readonly colour: boolean;
  /** Characters to a line, where results go to a terminal. */
  readonly width: number | undefined;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  now(): Date;
}

/** One command, such as `sbom scan`. */
export interface Command {
  /** Its words, separated by a space. */
  readonly name: string;
  readonly summary: CommandText;
  /** Everything `--help` prints. */
  readonly help: CommandText;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** The command cannot run as asked: an invalid option, or a file that cannot be read. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly text: CommandText;

  constructor(text: CommandText, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

/**
 * Commands of a capability by the first word of their names. Its folder's `commands.ts` exports one as
 * `commandGroups`; a group is loaded when one of its commands, or the help, is asked for.
 */
export type CommandGroups = Readonly<Record<string, () => Promise<readonly Command[]>>>;
