import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTelephoneNumber, plainTelephone, telephoneNumber } from './telephone.ts';

it.each([
  '03-5978-7509',
  '0570-003-110',
  '0120-007-110',
  '0120-0-78310',
  '0800-111-2222',
  '050-1234-5678',
  '090-1234-5678',
  '0359787509',
  '011-231-1111',
  '188',
  '110',
  '#9110',
])('%s can be dialled in Japan', (number) => {
  expect(telephoneNumber.parse(number)).toBe(number);
});

it.each([
  ['０３－５９７８－７５０９', '03-5978-7509'],
  ['03(5978)7509', '03-5978-7509'],
  ['（03）5978−7509', '03-5978-7509'],
  ['03 5978 7509', '03-5978-7509'],
  ['＃９１１０', '#9110'],
  ['0570ー003ー110', '0570-003-110'],
])('%s is written %s', (typed, number) => {
  expect(telephoneNumber.parse(typed)).toBe(number);
});

it.each([
  '03-5978-750',
  '03-5978-75099',
  '90-1234-5678',
  '5978-7509',
  '#110',
  '9110',
  '1234',
  '03-5978-7509 内線2',
  '0',
  '',
])('%s is no number of Japan', (typed) => {
  expect(telephoneNumber.safeParse(typed).success).toBe(false);
});

it('where hyphens stand changes nothing, and a plain number stays as it is', () => {
  const number = fc.stringMatching(/^0[1-46-9][1-9]\d{7}$/);
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 8 }), (digits, at) => {
      const written = `${digits.slice(0, at)}-${digits.slice(at)}`;
      expect(isTelephoneNumber(written)).toBe(isTelephoneNumber(digits));
      expect(plainTelephone(written)).toBe(written);
    }),
  );
});
