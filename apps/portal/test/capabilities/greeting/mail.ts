import { defineMail } from '../../../src/platform/mail/template.ts';

export const greetingMail = defineMail<{ name: string }>(
  'greeting.hello',
  { ja: 'あいさつのメール', en: 'Greeting by mail' },
  {
    ja: ({ name }) => ({ subject: 'こんにちは', body: [`${name}さん、こんにちは。`] }),
    en: ({ name }) => ({ subject: 'Hello', body: [`Hello, ${name}.`] }),
  },
);
