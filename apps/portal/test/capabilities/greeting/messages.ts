import { phrasebook } from '../../../src/ui/text/phrasebook.ts';

export const greetingText = phrasebook({
  ja: {
    title: 'あいさつ',
    hello: 'こんにちは',
    sent: '送ったあいさつ',
    send: '送る',
    count: (n: number) => `${n}件送りました`,
  },
  en: {
    title: 'Greeting',
    hello: 'Hello',
    sent: 'Greetings sent',
    send: 'Send',
    count: (n) => `${n} sent`,
  },
});
