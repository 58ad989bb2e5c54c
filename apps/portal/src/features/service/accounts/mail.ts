import { defineMail } from '../../../platform/mail/template.ts';
import { invitationLife } from './invitation-life.ts';

interface InvitationData {
  link: string;
  inviterName: string;
  organisationName: string | undefined;
}

/** The link with which somebody makes their account. */
export const invitationMail = defineMail<InvitationData>('accounts.invitation', {
  ja: ({ link, inviterName, organisationName }) => ({
    subject: '架け橋への招待',
    body: [
      organisationName
        ? `${inviterName}さんが、あなたを「${organisationName}」の一員として架け橋に招待しました。`
        : `${inviterName}さんが、あなたを架け橋に招待しました。`,
      '次のページでアカウントを作ってください。',
      { link: '招待を受ける', href: link },
      `このリンクは${invitationLife}日間使えます。`,
      { note: '心当たりがなければ、このメールは無視してください。' },
    ],
  }),
  en: ({ link, inviterName, organisationName }) => ({
    subject: 'Your invitation to Kakehashi',
    body: [
      organisationName
        ? `${inviterName} invites you to Kakehashi as a member of ${organisationName}.`
        : `${inviterName} invites you to Kakehashi.`,
      'Make your account on this page:',
      { link: 'Take up the invitation', href: link },
      `The link works for ${invitationLife} days.`,
      { note: 'If you did not expect this, ignore this mail.' },
    ],
  }),
});
