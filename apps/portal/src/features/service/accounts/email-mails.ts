import { writeMoment } from '../../../platform/i18n/dates.ts';
import { undoDays } from '../../../platform/identity/address-reservation.ts';
import { defineMail } from '../../../platform/mail/template.ts';

/** Link to confirm the new address of an account. */
export const confirmEmailMail = defineMail<{ link: string }>(
  'accounts.verify-email',
  { ja: 'メールアドレスの確認', en: 'Confirming an e-mail address' },
  {
    ja: ({ link }) => ({
      subject: 'メールアドレスの確認',
      body: [
        'このメールアドレスを架け橋のアカウントで使うには、次のページで確認してください。変更を申し込んだブラウザーで、サインインしたまま開いてください。',
        { link: 'メールアドレスを確認する', href: link },
        'このリンクは24時間のうちに一度だけ使えます。',
        { note: '心当たりがなければ、このメールは無視してください。何も変わりません。' },
      ],
    }),
    en: ({ link }) => ({
      subject: 'Confirm your e-mail address',
      body: [
        'To use this address for your Kakehashi account, confirm it on this page. Open it in the browser in which you asked for the change, while you are signed in there.',
        { link: 'Confirm this address', href: link },
        'The link works once, within 24 hours.',
        { note: 'If this was not you, ignore this mail; nothing changes.' },
      ],
    }),
  },
);

interface ChangedData {
  at: Date;
  /** End of the time in which the change can be undone. */
  until: Date;
  undo: string;
  /** Contact of the office. */
  office: string;
}

/** Sent to the former address: what changed, and the link to undo it. */
export const emailChangedMail = defineMail<ChangedData>(
  'accounts.email-changed',
  { ja: 'メールアドレスが変わったお知らせ', en: 'An e-mail address was changed' },
  {
    ja: ({ at, until, undo, office }) => ({
      subject: 'メールアドレスが変わりました（架け橋）',
      body: [
        `${writeMoment(at, 'ja')}に、あなたの架け橋のアカウントのメールアドレスが、このアドレスから別のアドレスに変わりました。`,
        'ご自身が行ったことなら、何もする必要はありません。',
        `心当たりがなければ、ほかの人がアカウントを使っているおそれがあります。${undoDays}日以内（${writeMoment(until, 'ja')}まで）なら、次のページで元に戻せます。サインインはいりません。すべての端末がサインアウトされ、新しいパスワードを決めることになります。`,
        { link: 'メールアドレスを元に戻す', href: undo },
        { link: '事務局への連絡先を見る', href: office },
      ],
    }),
    en: ({ at, until, undo, office }) => ({
      subject: 'Your e-mail address was changed (Kakehashi)',
      body: [
        `The e-mail address of your Kakehashi account was changed from this one to another, ${writeMoment(at, 'en')}.`,
        'If this was you, there is nothing to do.',
        `If it was not, somebody else may be using your account. Within ${undoDays} days (until ${writeMoment(until, 'en')}) you can undo the change on this page; you need not sign in. All devices are then signed out, and you choose a new password.`,
        { link: 'Undo the change', href: undo },
        { link: 'How to reach the office', href: office },
      ],
    }),
  },
);

interface RestoredData {
  at: Date;
  office: string;
}

/** Sent to the address that was restored. */
export const emailRestoredMail = defineMail<RestoredData>(
  'accounts.email-restored',
  { ja: 'メールアドレスが元に戻ったお知らせ', en: 'An e-mail address was restored' },
  {
    ja: ({ at, office }) => ({
      subject: 'メールアドレスを元に戻しました（架け橋）',
      body: [
        `${writeMoment(at, 'ja')}に、あなたの架け橋のアカウントのメールアドレスを、このアドレスに戻しました。`,
        'すべての端末をサインアウトさせ、それまでのパスワードを使えなくしました。パスワードを使っていた場合は、新しいパスワードを決めるためのメールを別に送ります。',
        '変更より後に加えられたパスキー、認証アプリ、ほかのサービスによるサインインは取り除きました。サインインしたら、残っているものに覚えのないものがないか確かめてください。覚えのないアプリのコードを求められて入れないときは、事務局に連絡してください。',
        { link: '事務局への連絡先を見る', href: office },
      ],
    }),
    en: ({ at, office }) => ({
      subject: 'Your e-mail address was restored (Kakehashi)',
      body: [
        `The e-mail address of your Kakehashi account is this one again, ${writeMoment(at, 'en')}.`,
        'All devices were signed out and the former password no longer works. If you used a password, another mail brings the link to choose a new one.',
        'Passkeys, authenticator apps and sign-ins through other services that were added after the change are gone. Once you have signed in, check that you know all that remain. If you are asked for the code of an app that you do not know, tell the office.',
        { link: 'How to reach the office', href: office },
      ],
    }),
  },
);

/** Sent to the address that was removed from the account. */
export const emailTakenBackMail = defineMail<RestoredData>(
  'accounts.email-taken-back',
  { ja: 'メールアドレスの変更が取り消されたお知らせ', en: 'A change of e-mail address was undone' },
  {
    ja: ({ at, office }) => ({
      subject: 'メールアドレスの変更が取り消されました（架け橋）',
      body: [
        `${writeMoment(at, 'ja')}に、架け橋のアカウントのメールアドレスが、前のアドレスに送られたリンクで元に戻されました。このアドレスではもうサインインできません。`,
        '心当たりがなければ、事務局に連絡してください。',
        { link: '事務局への連絡先を見る', href: office },
      ],
    }),
    en: ({ at, office }) => ({
      subject: 'The change of an e-mail address was undone (Kakehashi)',
      body: [
        `With the link that was sent to the former address, the e-mail address of a Kakehashi account was restored, ${writeMoment(at, 'en')}. This address no longer opens the account.`,
        'If this surprises you, tell the office.',
        { link: 'How to reach the office', href: office },
      ],
    }),
  },
);
