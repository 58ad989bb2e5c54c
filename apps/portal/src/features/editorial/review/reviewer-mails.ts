import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/transact.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { addressee, addresseeColumns, isWrittenTo } from '../../../platform/mail/addressee.ts';
import { defineMail, type MailTemplate } from '../../../platform/mail/template.ts';
import type { Platform } from '../../../platform/platform.ts';
import { reviewPaths } from './paths.ts';

interface ReviewerMail {
  title: string;
  link: string;
}

interface ReturnedMail extends ReviewerMail {
  /** What its sender says of the changes. */
  reason: string;
}

const openReview: Label = { ja: '審査のページを開く', en: 'Open the review' };

/** To a reviewer to whom somebody else assigned an entry. */
const assignedMail = defineMail<ReviewerMail>(
  'desk.assigned',
  { ja: '審査の担当になったお知らせ', en: 'A review was assigned' },
  {
    ja: ({ title, link }) => ({
      subject: `審査の担当になりました：${title}`,
      body: [
        `「${title}」の審査の担当になりました。`,
        '利益相反があるときは、審査のページで届け出てください。ほかの人が担当します。',
        { link: openReview.ja, href: link },
      ],
    }),
    en: ({ title, link }) => ({
      subject: `For you to review: ${title}`,
      body: [
        `“${title}” was assigned to you for review.`,
        'If you have a conflict of interest, declare it on the review page; somebody else will review it.',
        { link: openReview.en, href: link },
      ],
    }),
  },
);

/** To a reviewer whose entry somebody else reviews from now on. */
const takenOverMail = defineMail<ReviewerMail>(
  'desk.taken-over',
  { ja: '審査の担当が替わったお知らせ', en: 'A review was taken over' },
  {
    ja: ({ title, link }) => ({
      subject: `審査の担当が替わりました：${title}`,
      body: [
        `あなたが担当していた「${title}」の審査は、ほかの人が担当することになりました。`,
        '書いたコメントは残っています。あなたが続けるほうがよいときは、審査のページから担当の人と相談してください。',
        { link: openReview.ja, href: link },
      ],
    }),
    en: ({ title, link }) => ({
      subject: `Somebody else reviews: ${title}`,
      body: [
        `The review of “${title}”, which you had taken, is now somebody else’s.`,
        'Your comments are kept. If you should go on with it, the review page says whom to talk to.',
        { link: openReview.en, href: link },
      ],
    }),
  },
);

/** To the reviewer of an entry that was sent again after changes. */
const returnedMail = defineMail<ReturnedMail>(
  'desk.returned',
  { ja: '直した登録が戻ったお知らせ', en: 'An entry came back after changes' },
  {
    ja: ({ title, reason, link }) => ({
      subject: `直して送り直されました：${title}`,
      body: [
        `修正を頼んだ「${title}」が、もう一度送られました。引き続きあなたが担当です。`,
        { list: [`送った人の説明：${reason}`] },
        { link: openReview.ja, href: link },
      ],
    }),
    en: ({ title, reason, link }) => ({
      subject: `Sent again: ${title}`,
      body: [
        `“${title}”, of which you requested changes, was sent again. It is still yours to review.`,
        { list: [`What the sender says: ${reason}`] },
        { link: openReview.en, href: link },
      ],
    }),
  },
);

type Dependencies = Pick<Platform, 'mail' | 'config'>;
type Reviewed = Readonly<{ id: string; title: string }>;

export function notifyAssigned(
  tx: Transaction,
  dependencies: Dependencies,
  about: Reviewed,
  reviewerId: string,
  now: Date,
): Promise<void> {
  return notifyReviewer(tx, dependencies, about, reviewerId, assignedMail, {}, now);
}

export function notifyTakenOver(
  tx: Transaction,
  dependencies: Dependencies,
  about: Reviewed,
  formerId: string,
  now: Date,
): Promise<void> {
  return notifyReviewer(tx, dependencies, about, formerId, takenOverMail, {}, now);
}

export function notifyReturned(
  tx: Transaction,
  dependencies: Dependencies,
  { reason, ...about }: Reviewed & { reason: string },
  reviewerId: string,
  now: Date,
): Promise<void> {
  return notifyReviewer(tx, dependencies, about, reviewerId, returnedMail, { reason }, now);
}

async function notifyReviewer<Data extends ReviewerMail>(
  tx: Transaction,
  { mail, config }: Dependencies,
  { id, title }: Reviewed,
  reviewerId: string,
  template: MailTemplate<Data>,
  more: Omit<Data, keyof ReviewerMail>,
  now: Date,
): Promise<void> {
  const [row] = await tx
    .select(addresseeColumns)
    .from(siteUser)
    .where(and(eq(siteUser.id, reviewerId), isWrittenTo));
  if (!row) return;
  const { email, language } = addressee(row);
  await mail.send(tx, {
    to: email,
    template,
    data: { ...more, title, link: siteUrl(config.baseUrl, reviewPaths.entry(id), language) } as Data,
    language,
    key: `${template.name}/${id}/${reviewerId}/${now.getTime()}`,
  });
}
