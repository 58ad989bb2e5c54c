import { and, eq } from 'drizzle-orm';
import type { Config } from '../config/index.ts';
import type { Queryable } from '../database/connection.ts';
import { membership, siteUser } from '../identity/schema.ts';
import { type Addressee, addressee, addresseeColumns, isWrittenTo } from './addressee.ts';
import type { Mail } from './mail.ts';
import type { MailTemplate } from './template.ts';

/** Everybody of an organisation who can still sign in: any of them may act for it. */
export async function ownersOf(db: Queryable, organisationId: string): Promise<Addressee[]> {
  const rows = await db
    .select(addresseeColumns)
    .from(membership)
    .innerJoin(siteUser, eq(siteUser.id, membership.userId))
    .where(and(isWrittenTo, eq(membership.organizationId, organisationId)));
  return rows.map(addressee);
}

/**
 * Writes to everybody of the organisation that an entry belongs to, as part of a transaction; to nobody where it
 * is the body's own.
 * @param link  path without language prefix; comes to the template as a whole address
 * @param key   what makes this news one and the same
 */
export async function tellOwners<Data extends { link: string }>(
  tx: Queryable,
  { mail, config }: { mail: Mail; config: Config },
  ownerId: string | null,
  news: { template: MailTemplate<Data>; data: Omit<Data, 'link'>; link: string; key: string },
): Promise<void> {
  if (ownerId === null) return;
  for (const { id, email, language } of await ownersOf(tx, ownerId)) {
    const prefix = config.baseUrl + (language === 'en' ? '/en' : '');
    await mail.send(tx, {
      to: email,
      template: news.template,
      data: { ...news.data, link: prefix + news.link } as Data,
      language,
      key: `${news.key}/${id}`,
    });
  }
}
