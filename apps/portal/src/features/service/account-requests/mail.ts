import { defineMail } from '../../../platform/mail/template.ts';

/** Days within which an address must be confirmed. */
export const confirmationDays = 3;

/** Asks the recipient to confirm the address. It may reach strangers, so it quotes none of the form's input. */
export const confirmationMail = defineMail<{ link: string }>(
  'account-requests.confirm',
  { ja: 'アカウントの申し込みの確認', en: 'Confirmation of a request for an account' },
  {
    ja: ({ link }) => ({
      subject: 'アカウントの申し込みの確認',
      body: [
        'サイバーセキュリティの取組を載せるサイト「架け橋」に、このメールアドレスでアカウントの申し込みがありました。',
        '申し込んだ方は、次のページで確認してください。確認されると、運営者が内容を見ます。',
        { link: '申し込みを確認する', href: link },
        `このリンクは${confirmationDays}日間使えます。`,
        { note: '心当たりがなければ、このメールは無視してください。何も起こりません。' },
      ],
    }),
    en: ({ link }) => ({
      subject: 'Confirm your request for an account',
      body: [
        'Somebody asked with this address for an account on Kakehashi, a site that lists cybersecurity initiatives.',
        'If it was you, confirm it on this page; the operator then looks at your request.',
        { link: 'Confirm the request', href: link },
        `The link works for ${confirmationDays} days.`,
        { note: 'If it was not you, ignore this mail. Nothing will happen.' },
      ],
    }),
  },
);
