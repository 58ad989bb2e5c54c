import { defineMail } from '../../../platform/mail/template.ts';
import { invitationLife } from './invitation-life.ts';

interface InvitationData {
  link: string;
  /** Shortened by `nameInMail`, because it is free text of the inviting user. */
  inviterName: string;
  organisationName: string | undefined;
}

/** Invitation link. It may reach strangers, so the mail begins with the body's own text. */
export const invitationMail = defineMail<InvitationData>(
  'accounts.invitation',
  { ja: 'アカウントへの招待', en: 'Invitation to an account' },
  {
    ja: ({ link, inviterName, organisationName }) => ({
      subject: '架け橋への招待',
      body: [
        'サイバーセキュリティの取組を載せるサイト「架け橋」のアカウントへの招待です。次のページでアカウントを作れます。',
        { link: '招待を受ける', href: link },
        `このリンクは${invitationLife}日間使えます。`,
        organisationName ? '招待した人と、その組織：' : '招待した人：',
        {
          list: organisationName ? [`「${inviterName}」`, `「${organisationName}」`] : [`「${inviterName}」`],
        },
        {
          note: '名前は招待した人が自分で決めたものです。心当たりがなければ、このメールは無視してください。',
        },
      ],
    }),
    en: ({ link, inviterName, organisationName }) => ({
      subject: 'Your invitation to Kakehashi',
      body: [
        'This is an invitation to an account on Kakehashi, a site that lists cybersecurity initiatives. Make your account on this page:',
        { link: 'Take up the invitation', href: link },
        `The link works for ${invitationLife} days.`,
        organisationName ? 'Who invites you, and their organisation:' : 'Who invites you:',
        { list: organisationName ? [`“${inviterName}”`, `“${organisationName}”`] : [`“${inviterName}”`] },
        { note: 'They chose that name themselves. If you did not expect this, ignore this mail.' },
      ],
    }),
  },
);
