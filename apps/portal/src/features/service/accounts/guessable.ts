import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { WorkError, WorkerPool } from '../../../platform/workers/worker-pool.ts';

/** Minimum log10 of guesses: zxcvbn's threshold for unthrottled online attacks. */
const fewestGuesses = 8;
/** Length of the prefix that is rated. Cost grows steeply with length, and a strong prefix means a strong password. */
const looked = 48;

/** Minimum number of characters besides the user's own name and address. */
const fewestOthers = 6;
const siteWords = ['kakehashi', 'かけはし', '架け橋'];

/** The user who sets the password. */
interface Holder {
  email: string;
  name: string;
}

/** The worker is TypeScript in the source tree and JavaScript in the build. */
const worker = import.meta.url.endsWith('.ts') ? './guess-worker.ts' : './guess-worker.js';
/** The dictionaries use much memory and are rarely needed, so the worker thread ends when idle. */
const guessers = new WorkerPool<{ password: string; own: string[] }, number>({
  entry: new URL(worker, import.meta.url),
  threads: 1,
  memory: 256,
  time: 10_000,
  idle: 60_000,
  queue: 50,
});

/**
 * Refuses a guessable password: a common one or a variant of it, a keyboard pattern, or one made
 * from the user's name and address.
 * @param field  form field that a refusal refers to
 */
export async function isHardToGuess(
  password: string,
  { email, name }: Holder,
  field: string,
): Promise<Outcome<undefined>> {
  const own = ownWords(email, name);
  if (withoutWords(password, own).length < fewestOthers) return refused({ ...guessablePassword, field });
  try {
    const guesses = await guessers.run({ password: password.slice(0, looked), own });
    return guesses >= fewestGuesses ? done(undefined) : refused({ ...guessablePassword, field });
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    return refused({ ...notJudged, field });
  }
}

/** Words from the user's address and name, longest first. */
function ownWords(email: string, name: string): string[] {
  const parts = [email, ...email.split(/[@.+_-]/), name, ...name.split(/[\s　]+/), ...siteWords];
  const words = parts.map((word) => word.toLowerCase()).filter((word) => word.length > 1);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

function withoutWords(password: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
}

const notJudged: Problem = {
  code: 'password-not-judged',
  message: {
    ja: 'いま、このパスワードの強さを確かめられませんでした。しばらくしてから、もう一度送ってください。',
    en: 'How strong this password is could not be told just now. Please send it again in a while.',
  },
};

export const guessablePassword: Problem = {
  code: 'guessable-password',
  message: {
    ja: 'このパスワードは推測されやすいため、使えません。よく使われる言葉、キーの並び、自分の名前やメールアドレスを避け、関係のない言葉をいくつかつなげてください。',
    en: 'This password is easy to guess. Avoid common words, rows of keys, and your own name or address; string several unrelated words together instead.',
  },
};
