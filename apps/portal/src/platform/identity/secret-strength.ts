import { StartupError } from '../startup-error.ts';

const fewestCharacters = 32;
/** Any random secret of sufficient length has more distinct characters; digits alone have ten. */
const fewestDifferent = 8;

/**
 * Rejects a guessable secret: too short after trimming, or a repeated short sequence.
 * @param place  source of the secret: a variable or a file
 * @throws StartupError `weak-secret`
 */
export function requireStrongSecret(secret: string, place: string): void {
  const { length } = secret.trim();
  const different = new Set(secret.trim()).size;
  if (length >= fewestCharacters && different >= fewestDifferent && !repeats(secret.trim())) return;
  throw new StartupError(
    'weak-secret',
    length < fewestCharacters
      ? {
          ja: `${place} の秘密は ${length} 文字しかありません。セッションの署名には ${fewestCharacters} 文字以上が要ります。${howToMake.ja}`,
          en: `the secret in ${place} has ${length} characters; signing sessions takes ${fewestCharacters} or more. ${howToMake.en}`,
        }
      : {
          ja: `${place} の秘密は同じ並びの繰り返しで、推測できます。${howToMake.ja}`,
          en: `the secret in ${place} repeats itself and can be guessed. ${howToMake.en}`,
        },
  );
}

/** Whether a text repeats a shorter sequence, the last time possibly in part. */
function repeats(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.startsWith(text.slice(length))) return true;
  return false;
}

const howToMake = {
  ja: '「openssl rand -base64 32」などで作ったものを入れてください。ファイルの場合は、消すと次の起動で作り直します（全員がサインアウトになります）。',
  en: 'Put in one made with "openssl rand -base64 32"; a file that is deleted is made anew at the next start, which signs everybody out',
};
