import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { WorkError, WorkerPool } from '../../../platform/workers/worker-pool.ts';

/** Guesses that a password must withstand, as a power of ten: what zxcvbn calls safe from unthrottled attack online. */
const fewestGuesses = 8;
/** Characters that are looked at: the work grows steeply with them, and what withstands guessing at these does so whole. */
const looked = 48;

/** Characters that a password has at least beside its holder's own words. */
const fewestOthers = 6;
const siteWords = ['kakehashi', 'かけはし', '架け橋'];

/** Whose password it will be. */
interface Holder {
  email: string;
  name: string;
}

/** Beside the source the worker is TypeScript, in the build JavaScript. */
const worker = import.meta.url.endsWith('.ts') ? './guess-worker.ts' : './guess-worker.js';
/** The dictionaries weigh on memory, and many a node never sets a password: the thread that holds them comes and goes. */
const guessers = new WorkerPool<{ password: string; own: string[] }, number>({
  entry: new URL(worker, import.meta.url),
  threads: 1,
  memory: 256,
  time: 10_000,
  idle: 60_000,
  queue: 50,
});

/**
 * Whether a new password is not one of those that are tried first: a common one or close to it, a row of keys, or made
 * of its holder's own name and address.
 * @param field  input that the refusal is about
 */
export async function withstandsGuessing(
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

/** Words that somebody who knows of the account tries first, the longest first. */
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
