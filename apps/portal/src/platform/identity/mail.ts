import { defineMail } from '../mail/template.ts';

/** Mail with the link to set a new password. */
export const passwordResetMail = defineMail<{ link: string }>(
  'identity.password-reset',
  { ja: 'パスワードの再設定', en: 'New password' },
  {
    ja: ({ link }) => ({
      subject: 'パスワードの再設定',
      body: [
        'パスワードの再設定を受け付けました。次のページで新しいパスワードを決めてください。',
        { link: '新しいパスワードを決める', href: link },
        'このリンクは1時間使えます。',
        { note: '心当たりがなければ、このメールは無視してください。パスワードは変わりません。' },
      ],
    }),
    en: ({ link }) => ({
      subject: 'Reset your password',
      body: [
        'We were asked to reset your password. Choose a new one on this page:',
        { link: 'Choose a new password', href: link },
        'The link works for one hour.',
        { note: 'If this was not you, ignore this mail; your password stays as it is.' },
      ],
    }),
  },
);
