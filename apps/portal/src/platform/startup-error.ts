/** A sentence for the server's operator, in both languages. */
export interface StartupText {
  ja: string;
  en: string;
}

/**
 * An external problem prevents the start (port in use, database unreachable, disk full). Each text is one
 * line with the cause and the remedy; it is printed without a stack trace.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly code: string;
  readonly text: StartupText;

  /** @param code kebab-case name of the cause, such as `port-in-use` */
  constructor(code: string, text: StartupText, options?: ErrorOptions) {
    super(text.en, options);
    this.code = code;
    this.text = text;
  }
}

/** The language of the terminal, from the locale variables in their POSIX order of precedence. */
export function terminalLanguage(env: NodeJS.ProcessEnv): 'ja' | 'en' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
