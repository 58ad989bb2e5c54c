import { eq } from 'drizzle-orm';
import { transact } from '../../../platform/database/transact.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { notifyOwners } from '../../../platform/mail/to-organisation.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import { publication } from '../../../platform/publishing/schema.ts';
import type { LinksDependencies } from './dependencies.ts';
import type { DeadLink } from './model.ts';
import { linkCheck } from './schema.ts';

const deadLinkMail = defineMail<{ title: string; url: string; link: string }>(
  'links.dead',
  { ja: 'リンク切れのお知らせ', en: 'A link is dead' },
  {
    ja: ({ title, url, link }) => ({
      subject: `リンク先が開けません：${title}`,
      body: [
        `「${title}」に書かれているリンク先を、何日か続けて開けませんでした。`,
        { list: [url] },
        '移転していれば新しいアドレスに直し、なくなっていれば取り除いてください。',
        { link: '登録を開く', href: link },
      ],
    }),
    en: ({ title, url, link }) => ({
      subject: `A link no longer works: ${title}`,
      body: [
        `An address in “${title}” could not be opened for several days.`,
        { list: [url] },
        'If the page moved, enter its new address; if it is gone, take the link out.',
        { link: 'Open the entry', href: link },
      ],
    }),
  },
);

/** Notifies owners of records with dead links, and records the notification. */
export async function notifyOfDeadLinks(
  dependencies: LinksDependencies,
  { url, recordIds }: DeadLink,
  now: Date,
): Promise<void> {
  const { connection, model, kinds } = dependencies;
  await transact(connection.db, async (tx) => {
    const [row] = await tx.select().from(linkCheck).where(eq(linkCheck.url, url)).for('update');
    if (!row || row.notifiedAt) return;
    for (const id of recordIds) {
      const [owned] = await tx
        .select({ ownerId: publication.ownerId })
        .from(publication)
        .where(eq(publication.id, id));
      const record = model.get(id);
      const kind = record && kinds.find(record.kind);
      const title = kind && titleText(kind, record.data)?.ja;
      await notifyOwners(tx, dependencies, owned?.ownerId ?? null, {
        template: deadLinkMail,
        data: { title: title ?? id, url },
        link: `/desk/entries/${id}`,
        key: `dead-link/${id}/${row.failingSince?.getTime()}/${url}`,
      });
    }
    await tx.update(linkCheck).set({ notifiedAt: now }).where(eq(linkCheck.url, url));
  });
}
