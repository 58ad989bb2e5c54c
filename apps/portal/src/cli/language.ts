import { CommandError } from '../platform/command-line/command.ts';

/** The language a command answers in: `--lang` wherever it stands, else the terminal's; and the arguments without it. */
export function chooseLanguage(
  args: readonly string[],
  fallback: 'ja' | 'en',
): { language: 'ja' | 'en'; args: string[] } {
  const rest: string[] = [];
  let language = fallback;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] as string;
    if (argument !== '--lang' && !argument.startsWith('--lang=')) rest.push(argument);
    else {
      const value = (argument === '--lang' ? args[++at] : argument.slice('--lang='.length))?.toLowerCase();
      if (value !== 'ja' && value !== 'en') {
        throw new CommandError({
          ja: '--lang には ja か en を指定してください。',
          en: '--lang takes ja or en.',
        });
      }
      language = value;
    }
  }
  return { language, args: rest };
}
