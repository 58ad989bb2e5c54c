import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { lockEntry } from '../../../platform/editing/drafts.ts';
import { findEntry } from '../../../platform/editing/entry.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { addressee, addresseeColumns, isWrittenTo } from '../../../platform/mail/addressee.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { done, type Outcome } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import { systemActor } from '../../../platform/publishing/model.ts';
import { publication, transition } from '../../../platform/publishing/schema.ts';
import { blockingLinks } from './gate.ts';

type Dependencies = Pick<Platform, 'connection' | 'publishing' | 'mail' | 'config' | 'kinds'>;

interface Held {
  title: string;
  links: string[];
  review: string;
}

const heldMail = defineMail<Held>(
  'desk.held',
  { ja: '公開を見合わせたお知らせ', en: 'A publication is held' },
  {
    ja: ({ title, links, review }) => ({
      subject: `公開を見合わせました：${title}`,
      body: [
        `「${title}」は公開の日時になりましたが、開けないリンクがあるため公開せず、審査に戻しました。`,
        { list: links },
        '修正を頼むか、それでも公開する理由を書いて承認してください。',
        { link: '審査のページを開く', href: review },
      ],
    }),
    en: ({ title, links, review }) => ({
      subject: `Not published: ${title}`,
      body: [
        `“${title}” came due, but some of its links do not open, so it was not published and is in review again.`,
        { list: links },
        'Request changes, or approve it and say why it is published nevertheless.',
        { link: 'Open the review', href: review },
      ],
    }),
  },
);

/**
 * Returns due scheduled texts with blocking links to review, and notifies the people who scheduled them.
 * @param pathOf  path of a record's review page
 * @returns how many
 */
export async function holdBack(
  dependencies: Dependencies,
  pathOf: (kind: string, id: string) => string,
  now: Date,
): Promise<number> {
  const known = inArray(publication.kind, dependencies.kinds.names());
  const due = await dependencies.connection.db
    .select({ id: publication.id })
    .from(publication)
    .where(and(known, eq(publication.state, 'scheduled'), lte(publication.scheduledFor, now)));
  let held = 0;
  for (const { id } of due) {
    const outcome = await transact(dependencies.connection.db, (tx) =>
      holdBackOne(tx, dependencies, id, pathOf, now),
    );
    if (outcome.ok && outcome.value) held += 1;
  }
  return held;
}

async function holdBackOne(
  tx: Transaction,
  dependencies: Dependencies,
  id: string,
  pathOf: (kind: string, id: string) => string,
  now: Date,
): Promise<Outcome<boolean>> {
  await lockEntry(tx, id);
  const sent = (await findEntry(tx, id))?.sent;
  if (sent?.publication.state !== 'scheduled') return done(false);
  const { dead, uncalled } = await blockingLinks(tx, dependencies, sent);
  const links = [...dead, ...uncalled];
  if (links.length === 0) return done(false);
  unwrap(await dependencies.publishing.within(tx).act(id, 'hold', systemActor, 'links do not open', now));
  const { kind } = sent.publication;
  const title = titleText(dependencies.kinds.get(kind), sent.revision.data)?.ja ?? id;
  await notifyScheduler(tx, dependencies, { id, title, links, path: pathOf(kind, id) }, now);
  return done(true);
}

async function notifyScheduler(
  tx: Transaction,
  { mail, config }: Dependencies,
  { id, title, links, path }: { id: string; title: string; links: string[]; path: string },
  now: Date,
): Promise<void> {
  const [row] = await tx
    .select(addresseeColumns)
    .from(transition)
    .innerJoin(siteUser, and(eq(siteUser.id, transition.actor), isWrittenTo))
    .where(and(eq(transition.publicationId, id), eq(transition.action, 'schedule')))
    .orderBy(desc(transition.id))
    .limit(1);
  if (!row) return;
  const { email, language } = addressee(row);
  await mail.send(tx, {
    to: email,
    template: heldMail,
    data: { title, links, review: siteUrl(config.baseUrl, path, language) },
    language,
    key: `desk.held/${id}/${now.getTime()}`,
  });
}
