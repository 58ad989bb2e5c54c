import { and, eq, gt, isNotNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { transact } from '../../../platform/database/transact.ts';
import { type Entry, findEntries, findEntry } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { dayInTokyo, writeDay } from '../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { Addressee } from '../../../platform/mail/addressee.ts';
import type { OutgoingMail } from '../../../platform/mail/mail.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { ownersOf, ownersOfAll } from '../../../platform/mail/to-organisation.ts';
import { done, type Outcome, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isStillConfirmable, lateDays } from '../../../platform/publishing/model.ts';
import { isShown } from '../../../platform/publishing/records.ts';
import { publication, publishedRecord } from '../../../platform/publishing/schema.ts';
import { createTokenSigner, linkExpired, type TokenSigner } from '../../../platform/signing/signed-token.ts';
import { entryPaths } from './paths.ts';
import { titleIn } from './presenting.ts';
import { confirmEntry } from './sending.ts';

/** Days before an entry expires on which its owners are reminded. */
const reminderDays = [60, 30, 7] as const;
/** Days after expiry within which owners are notified, once. */
const newsDays = 7;
const day = 86_400_000;

interface Reminder {
  title: string;
  until: string;
  link: string;
  desk: string;
}

const reminderMail = defineMail<Reminder>(
  'desk.renewal',
  { ja: '掲載内容の確認のお願い', en: 'Request to confirm an entry' },
  {
    ja: ({ title, until, link, desk }) => ({
      subject: `掲載内容の確認のお願い：${title}`,
      body: [
        `「${title}」の掲載は、${writeDay(until, 'ja')}に期限を迎えます。`,
        '内容がいまも正しければ、次のページで確認してください。サインインはいりません。',
        { link: '掲載内容を確認する', href: link },
        '内容を直すときは、サインインして登録を開いてください。',
        { link: '登録を開く', href: desk },
      ],
    }),
    en: ({ title, until, link, desk }) => ({
      subject: `Please confirm: ${title}`,
      body: [
        `“${title}” stays published until ${writeDay(until, 'en')}.`,
        'If it is still right, confirm it on this page. You need not sign in.',
        { link: 'Confirm', href: link },
        'To change it, sign in and open the entry.',
        { link: 'Open the entry', href: desk },
      ],
    }),
  },
);

const expiredMail = defineMail<Reminder>(
  'desk.expired',
  { ja: '掲載が終わったお知らせ', en: 'An entry left the site' },
  {
    ja: ({ title, until, link, desk }) => ({
      subject: `掲載が終わりました：${title}`,
      body: [
        `「${title}」の掲載は、${writeDay(until, 'ja')}に期限を迎えて終わりました。記録は残っています。`,
        `内容がいまも正しければ、${lateDays}日以内に次のページで確認すると、掲載が再開します。`,
        { link: '確認して再開する', href: link },
        '内容を直すときや、その期間を過ぎたときは、登録を開いて審査に送ってください。',
        { link: '登録を開く', href: desk },
      ],
    }),
    en: ({ title, until, link, desk }) => ({
      subject: `No longer published: ${title}`,
      body: [
        `“${title}” expired on ${writeDay(until, 'en')}. Its history is kept.`,
        `If it is still right, confirm it on this page within ${lateDays} days, and it is published again.`,
        { link: 'Confirm and publish again', href: link },
        'To change it, or after that time, open the entry and send it for review.',
        { link: 'Open the entry', href: desk },
      ],
    }),
  },
);

type Dependencies = Pick<
  Platform,
  'connection' | 'mail' | 'publishing' | 'vocabulary' | 'identity' | 'config'
>;

/** Payload of a reminder's link: entry, user and expiry. */
const linked = z.tuple([z.string().max(100), z.string().max(100), z.number()]);

/** Sends reminders before entries expire, and handles their links. */
export class Renewal {
  readonly #dependencies: Dependencies;
  readonly #forms: Map<string, EntryForm>;
  readonly #signer: TokenSigner;

  constructor(dependencies: Dependencies, forms: Map<string, EntryForm>) {
    this.#dependencies = dependencies;
    this.#forms = forms;
    this.#signer = createTokenSigner(dependencies.identity.secret, 'desk.renewal');
  }

  /** Reminds owners of entries that expire soon. Idempotent. @returns number of entries examined */
  async remind(now: Date): Promise<number> {
    const { db } = this.#dependencies.connection;
    const soon = new Date(now.getTime() + reminderDays[0] * day);
    const lately = new Date(now.getTime() - newsDays * day);
    const shown = and(eq(publishedRecord.removed, false), gt(publication.expiresAt, now));
    const expired = and(eq(publication.state, 'expired'), gt(publication.expiresAt, lately));
    const rows = await db
      .select({ id: publication.id, ownerId: publication.ownerId })
      .from(publication)
      .innerJoin(publishedRecord, eq(publishedRecord.publicationId, publication.id))
      .where(and(isNotNull(publication.ownerId), lte(publication.expiresAt, soon), or(shown, expired)));
    const entries = await findEntries(
      db,
      rows.map(({ id }) => id),
    );
    const owners = await ownersOfAll(
      db,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    );
    const reminded = [...entries.values()].map((entry) =>
      this.#remindersOf(entry, owners.get(entry.ownerId ?? '') ?? [], now),
    );
    const reminders = (await Promise.all(reminded)).flat();
    const asked = await this.#dependencies.mail.asked(reminders.map(({ key }) => key));
    for (const reminder of reminders)
      if (!asked.has(reminder.key)) await transact(db, (tx) => this.#dependencies.mail.send(tx, reminder));
    return rows.length;
  }

  /** Entry of a link; refused if the link is invalid, expired or used. */
  async open(token: string, now: Date): Promise<Outcome<{ entry: Entry; title: string; userId: string }>> {
    const subject = await this.#signer.verify(token, now);
    if (!subject.ok) return subject;
    const [id, userId, expiresAt] = linked.parse(
      JSON.parse(Buffer.from(subject.value, 'base64url').toString()),
    );
    const { db } = this.#dependencies.connection;
    const entry = await findEntry(db, id);
    const row = entry?.sent?.publication;
    if (!entry || !row || row.expiresAt?.getTime() !== expiresAt) return refused(linkExpired);
    const late = row.state === 'expired' && isStillConfirmable(row.expiresAt, now);
    if (!late && !(await isShown(db, id))) return refused(linkExpired);
    const owners = await ownersOf(db, entry.ownerId ?? '');
    if (!owners.some((owner) => owner.id === userId)) return refused(linkExpired);
    return done({ entry, title: this.#titleOf(entry), userId });
  }

  /** Confirms the entry of a link. @returns the new last day of publication */
  async confirm(token: string, network: string | null, now: Date): Promise<Outcome<string>> {
    const opened = await this.open(token, now);
    if (!opened.ok) return opened;
    const { entry, userId } = opened.value;
    const by = {
      actor: { id: userId, organisationId: entry.ownerId },
      audit: { id: userId, network },
      way: 'link' as const,
    };
    const outcome = await confirmEntry(this.#dependencies, entry.id, by, now);
    if (!outcome.ok) return outcome;
    const row = await this.#dependencies.publishing.find(entry.id);
    return done(dayInTokyo(row?.expiresAt ?? now));
  }

  async #remindersOf(
    entry: Entry,
    owners: readonly Addressee[],
    now: Date,
  ): Promise<OutgoingMail<Reminder>[]> {
    const { id } = entry;
    const expiresAt = entry.sent?.publication.expiresAt;
    if (!expiresAt) return [];
    const left = (expiresAt.getTime() - now.getTime()) / day;
    const over = left <= 0;
    const due = over ? 0 : reminderDays.findLast((days) => left <= days);
    if (due === undefined) return [];
    const usable = new Date(expiresAt.getTime() + lateDays * day);
    const reminders = owners.map(async ({ id: userId, email, language }) => {
      const subject = Buffer.from(JSON.stringify([id, userId, expiresAt.getTime()])).toString('base64url');
      const token = await this.#signer.sign(subject, usable);
      const { baseUrl } = this.#dependencies.config;
      return {
        to: email,
        template: over ? expiredMail : reminderMail,
        data: {
          title: this.#titleOf(entry),
          until: dayInTokyo(expiresAt),
          link: siteUrl(baseUrl, entryPaths.renew(token), language),
          desk: siteUrl(baseUrl, entryPaths.entry(id), language),
        },
        language,
        key: `renewal/${id}/${dayInTokyo(expiresAt)}/${due}/${userId}`,
      };
    });
    return Promise.all(reminders);
  }

  #titleOf(entry: Entry): string {
    return titleIn(this.#forms.get(entry.kind), entry.sent?.revision.data) ?? entry.id;
  }
}
