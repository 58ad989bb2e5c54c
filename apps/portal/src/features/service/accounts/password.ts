import { z } from 'zod';
import { passwordLength } from '../../../platform/identity/auth.ts';

/** Minimum number of different characters in a password. */
const fewest = 5;

/** A new password: long enough, and not one repeated character. */
export const newPassword = z
  .string()
  .min(passwordLength.shortest)
  .max(passwordLength.longest)
  .refine((password) => new Set(password).size >= fewest);

export const newPasswordWording = {
  ja: `パスワードは${passwordLength.shortest}文字以上${passwordLength.longest}文字以下で、${fewest}種類以上の文字を使ってください。`,
  en: `Use ${passwordLength.shortest} to ${passwordLength.longest} characters, at least ${fewest} of them different.`,
};

export const emailWording = {
  ja: 'メールアドレスを name@example.jp の形で入れてください。',
  en: 'Enter an e-mail address, as in name@example.jp.',
};
