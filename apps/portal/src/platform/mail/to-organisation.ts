import { and, eq, inArray } from 'drizzle-orm';
import type { Config } from '../config/index.ts';
import type { Queryable } from '../database/connection.ts';
import { siteUrl } from '../i18n/site-url.ts';
import { membership, siteUser } from '../identity/schema.ts';
import { type Addressee, addressee, addresseeColumns, isWrittenTo } from './addressee.ts';
import type { Mail } from './mail.ts';
import type { MailTemplate } from './template.ts';

/** Every member of an organisation who can still sign in; each may act for it. */
export async function ownersOf(db: Queryable, organisationId: string): Promise<Addressee[]> {
  return (await ownersOfAll(db, [organisationId])).get(organisationId) ?? [];
}

/** `ownersOf` several organisations, by their ids. */
export async function ownersOfAll(
  db: Queryable,
  organisationIds: readonly string[],
): Promise<Map<string, Addressee[]>> {
  const ids = [...new Set(organisationIds)];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ ...addresseeColumns, organisationId: membership.organizationId })
    .from(membership)
    .innerJoin(siteUser, eq(siteUser.id, membership.userId))
    .where(and(isWrittenTo, inArray(membership.organizationId, ids)));
  const owners = new Map<string, Addressee[]>();
  for (const { organisationId, ...row } of rows)
    owners.set(organisationId, [...(owners.get(organisationId) ?? []), addressee(row)]);
  return owners;
}

/**
 * Mails every member of the organisation that an entry belongs to, as part of a transaction; nobody if the
 * entry is the body's own.
 * @param link  path without language prefix; passed to the template as an absolute URL
 * @param key   idempotency key
 */
export async function notifyOwners<Data extends { link: string }>(
  tx: Queryable,
  { mail, config }: { mail: Mail; config: Config },
  ownerId: string | null,
  news: { template: MailTemplate<Data>; data: Omit<Data, 'link'>; link: string; key: string },
): Promise<void> {
  if (ownerId === null) return;
  for (const { id, email, language } of await ownersOf(tx, ownerId)) {
    await mail.send(tx, {
      to: email,
      template: news.template,
      data: { ...news.data, link: siteUrl(config.baseUrl, news.link, language) } as Data,
      language,
      key: `${news.key}/${id}`,
    });
  }
}
