/** Check digits of numbers, given as strings of figures. */

/** Payment cards (ISO/IEC 7812-1): Luhn's formula. */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** 法人番号: 13 figures, the first of which checks the other twelve (法人番号の指定等に関する省令第二条). */
export function hasCorporateDigit(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= 12; place++) sum += Number(digits[13 - place]) * (place % 2 === 1 ? 1 : 2);
  return Number(digits[0]) === 9 - (sum % 9);
}

/** 個人番号: 12 figures, the last of which checks the other eleven (平成二十六年総務省令第八十五号第五条). */
export function hasIndividualDigit(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= 11; place++)
    sum += Number(digits[11 - place]) * (place <= 6 ? place + 1 : place - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}
