import { eq } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/transact.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import type { Platform } from '../../../platform/platform.ts';
import { reviewPaths } from './paths.ts';

interface Assignment {
  title: string;
  link: string;
}

const assignmentMail = defineMail<Assignment>(
  'desk.assigned',
  { ja: '審査の担当になったお知らせ', en: 'A review was assigned' },
  {
    ja: ({ title, link }) => ({
      subject: `審査の担当になりました：${title}`,
      body: [
        `「${title}」の審査の担当になりました。`,
        '利益相反があるときは、審査のページで届け出てください。ほかの人が担当します。',
        { link: '審査のページを開く', href: link },
      ],
    }),
    en: ({ title, link }) => ({
      subject: `For you to review: ${title}`,
      body: [
        `“${title}” was assigned to you for review.`,
        'If you have a conflict of interest, declare it on the review page; somebody else will review it.',
        { link: 'Open the review', href: link },
      ],
    }),
  },
);

/** Notifies a reviewer that somebody else assigned an entry to them. */
export async function notifyReviewer(
  tx: Transaction,
  { mail, config }: Pick<Platform, 'mail' | 'config'>,
  { id, title }: { id: string; title: string },
  reviewerId: string,
  now: Date,
): Promise<void> {
  const [reviewer] = await tx
    .select({ email: siteUser.email, language: siteUser.language })
    .from(siteUser)
    .where(eq(siteUser.id, reviewerId));
  if (!reviewer) return;
  const language = reviewer.language === 'en' ? 'en' : 'ja';
  await mail.send(tx, {
    to: reviewer.email,
    template: assignmentMail,
    data: { title, link: siteUrl(config.baseUrl, reviewPaths.entry(id), language) },
    language,
    key: `desk.assigned/${id}/${reviewerId}/${now.getTime()}`,
  });
}
