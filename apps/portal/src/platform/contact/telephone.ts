import { z } from 'zod';

const longestTelephone = 20;

/** Three digits, as 110 and 188; four behind a number sign, as #9110. */
const shortNumber = /^(?:1\d{2}|#\d{4})$/;
/** Mobile and internet telephones, and the free 0800: eleven digits. */
const elevenDigits = /^0(?:[5789]0|800)\d{7,8}$/;
/** All others, with 0120 and 0570 among them: ten. */
const tenDigits = /^0(?![5789]0)[1-9]\d{8}$/;

/** Whether a number can be dialled from a telephone in Japan as it is written, with its hyphens or without. */
export function isTelephoneNumber(written: string): boolean {
  if (shortNumber.test(written)) return true;
  if (!/^\d+(?:-\d+)*$/.test(written)) return false;
  const digits = written.replaceAll('-', '');
  return tenDigits.test(digits) || (digits.length === 11 && elevenDigits.test(digits));
}

/** A number as people type it, ０３（５９７８）７５０９, in half width and with hyphens. */
export function plainTelephone(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-')
    .replace(/[()\s]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

/** A telephone number as it is dialled in Japan. */
export const telephoneNumber = z
  .string()
  .max(longestTelephone)
  .overwrite(plainTelephone)
  .refine(isTelephoneNumber, {
    params: {
      ja: '日本でかけられる番号を、03-5978-7509、0570-003-110、188、#9110 のように入れてください。',
      en: 'Enter a number that can be dialled in Japan, as 03-5978-7509, 0570-003-110, 188 or #9110.',
    },
  });
