import type { Queryable } from '../database/connection.ts';
import { writeMoment } from '../i18n/dates.ts';
import type { Language } from '../i18n/language.ts';
import { siteUrl } from '../i18n/site-url.ts';
import type { Mail } from '../mail/mail.ts';
import { defineMail } from '../mail/template.ts';

const changes = {
  password: { ja: 'パスワードが変わりました', en: 'Your password was changed' },
  'totp-on': { ja: '認証アプリが登録されました', en: 'An authenticator app was added' },
  'totp-off': { ja: '認証アプリの使用が止められました', en: 'The authenticator app was turned off' },
  'backup-codes': { ja: '予備のコードが作り直されました', en: 'The backup codes were renewed' },
  'passkey-added': { ja: 'パスキーが登録されました', en: 'A passkey was added' },
  'factors-reset': {
    ja: '認証アプリとパスキーが、運営者によってすべて外されました',
    en: 'Your authenticator app and passkeys were removed by the operator',
  },
  'passkey-removed': { ja: 'パスキーが削除されました', en: 'A passkey was removed' },
} as const;

/** A change to an account's sign-in methods. */
export type AccountChange = keyof typeof changes;

interface ChangeData {
  change: AccountChange;
  at: Date;
  /** Link to the page that sets a new password. */
  link: string;
}

/** Security notice about an account change. Contains no secrets, and links to no page that asks for one. */
const accountChangeMail = defineMail<ChangeData>(
  'identity.account-change',
  { ja: 'アカウントの変更のお知らせ', en: 'An account was changed' },
  {
    ja: ({ change, at, link }) => ({
      subject: `${changes[change].ja}（架け橋）`,
      body: [
        `${writeMoment(at, 'ja')}に、あなたの架け橋のアカウントの${changes[change].ja}。`,
        'ご自身が行ったことなら、何もする必要はありません。',
        '心当たりがなければ、ほかの人がアカウントを使っているおそれがあります。すぐに新しいパスワードを設定してください。ほかのサインインはすべて終わります。',
        { link: '新しいパスワードを設定する', href: link },
      ],
    }),
    en: ({ change, at, link }) => ({
      subject: `${changes[change].en} (Kakehashi)`,
      body: [
        `${changes[change].en}: your Kakehashi account, ${writeMoment(at, 'en')}.`,
        'If this was you, there is nothing to do.',
        'If it was not, somebody else may be using your account. Set a new password at once; it ends all other sign-ins.',
        { link: 'Set a new password', href: link },
      ],
    }),
  },
);

/** Asks the holder of an account by mail whether a change was theirs. */
export async function notifyOfChange(
  tx: Queryable,
  { mail, baseUrl }: { mail: Pick<Mail, 'send'>; baseUrl: string },
  holder: { id: string; email: string; language: Language },
  change: AccountChange,
  at: Date,
): Promise<void> {
  const { id, email, language } = holder;
  const link = siteUrl(baseUrl, '/password-reset', language);
  await mail.send(tx, {
    to: email,
    template: accountChangeMail,
    data: { change, at, link },
    language,
    key: `account-change/${id}/${change}/${at.getTime()}`,
  });
}
