import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { transact } from '../../../platform/database/transact.ts';
import { reasonOfSilentApproval } from '../../../platform/editing/decision.ts';
import { type Entry, findEntries } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { reviewComment } from '../../../platform/editing/schema.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { defineJob } from '../../../platform/jobs/job-type.ts';
import type { Addressee } from '../../../platform/mail/addressee.ts';
import { defineMail, type MailPart } from '../../../platform/mail/template.ts';
import { done } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { transition } from '../../../platform/publishing/schema.ts';
import { entryPaths, peopleBehind } from '../entries/index.ts';
import { type DecisionMail, decisionData, decisionMail } from './decision-mails.ts';

const batchDecision = z.object({
  /** User id of the reviewer. */
  actor: z.string().max(200),
  action: z.enum(['approve', 'request-changes']),
  /** The moment that all decisions of the batch bear. */
  at: z.iso.datetime().max(30),
});
export type BatchDecision = z.output<typeof batchDecision>;

/**
 * Notifies the people responsible for the entries of a batch. Enqueued by each decision, for a while later, so
 * that nobody goes without mail if the node stops in the middle of the batch; otherwise it finds them notified.
 */
export const batchDigestJob = defineJob({ name: 'review.digest', data: batchDecision });

/** Milliseconds within which a batch is through. */
export const batchLasts = 15 * 60 * 1_000;

interface DigestMail {
  action: BatchDecision['action'];
  /** Empty if none was given. */
  reason: string;
  entries: readonly Pick<DecisionMail, 'title' | 'comments'>[];
  desk: string;
}

/** Entries and comments that a mail lists one by one. */
const mostListed = 100;

/** Notifies owners of decisions on several of their entries. Contains no reviewer's name. */
const digestMail = defineMail<DigestMail>(
  'desk.decisions',
  { ja: '審査の結果（まとめて）', en: 'Outcome of several reviews' },
  {
    ja: (digest) => {
      const count = digest.entries.length.toLocaleString('en');
      const words = {
        'request-changes': {
          subject: `${count}件の登録の修正をお願いします`,
          lead: `次の${count}件の審査で、修正をお願いすることになりました。直してから、もう一度送ってください。`,
        },
        approve: {
          subject: `${count}件の登録を公開しました`,
          lead: `次の${count}件は審査を終え、公開されました。`,
        },
      }[digest.action];
      return {
        subject: words.subject,
        body: [
          words.lead,
          ...titles(digest, (more) => `ほか${more}件`),
          ...(digest.reason ? [digest.reason] : []),
          ...comments(digest, '審査担当からのコメント：', '：'),
          { link: '自分の登録を開く', href: digest.desk },
        ],
      };
    },
    en: (digest) => {
      const count = digest.entries.length.toLocaleString('en');
      const words = {
        'request-changes': {
          subject: `Please change ${count} entries`,
          lead: `The review of these ${count} entries asks for changes. Make them, then send them again.`,
        },
        approve: {
          subject: `${count} entries are published`,
          lead: `These ${count} entries were reviewed and are now published.`,
        },
      }[digest.action];
      return {
        subject: words.subject,
        body: [
          words.lead,
          ...titles(digest, (more) => `and ${more} more`),
          ...(digest.reason ? [digest.reason] : []),
          ...comments(digest, 'The reviewer’s comments:', ': '),
          { link: 'Open your entries', href: digest.desk },
        ],
      };
    },
  },
);

function titles({ entries }: DigestMail, others: (more: number) => string): MailPart[] {
  const listed = entries.slice(0, mostListed).map(({ title }) => title);
  const more = entries.length - listed.length;
  return [{ list: more > 0 ? [...listed, others(more)] : listed }];
}

function comments({ entries }: DigestMail, heading: string, colon: string): MailPart[] {
  const list = entries.flatMap(({ title, comments: own }) =>
    own.map(({ field, body }) => [title, field, body].filter(Boolean).join(colon)),
  );
  return list.length > 0 ? [heading, { list: list.slice(0, mostListed) }] : [];
}

type Dependencies = Pick<Platform, 'connection' | 'mail' | 'config'>;

/**
 * Mails each person responsible for entries of a batch once, whatever their number. Idempotent: asked again, it
 * sends nothing.
 */
export async function notifyOfBatch(
  { connection, mail, config }: Dependencies,
  forms: ReadonlyMap<string, EntryForm>,
  { actor, action, at }: BatchDecision,
): Promise<void> {
  const { db } = connection;
  const moment = new Date(at);
  const decided = await db
    .select({ id: transition.publicationId, reason: transition.reason })
    .from(transition)
    .where(and(eq(transition.actor, actor), eq(transition.action, action), eq(transition.at, moment)))
    .orderBy(transition.id);
  if (decided.length === 0) return;
  const ids = decided.map(({ id }) => id);
  const entries = await findEntries(db, ids);
  const said = await db
    .select()
    .from(reviewComment)
    .where(and(inArray(reviewComment.publicationId, ids), eq(reviewComment.sharedAt, moment)))
    .orderBy(reviewComment.id);
  const [{ reason = '' } = {}] = decided;
  const why = reason === reasonOfSilentApproval ? '' : reason;
  const inOrder = ids.flatMap((id) => entries.get(id) ?? []);
  await transact(db, async (tx) => {
    for (const { person, own } of await byPerson(db, inOrder)) {
      const { id, email, language } = person;
      const data = own.flatMap((entry) => {
        const form = forms.get(entry.kind);
        const comments = said.filter(({ publicationId }) => publicationId === entry.id);
        return form
          ? [decisionData({ form, entry }, { action, reason: why }, comments, config, language)]
          : [];
      });
      const to = { to: email, language, key: `desk.decisions/${actor}/${action}/${at}/${id}` };
      const [only] = data;
      if (only && data.length === 1) await mail.send(tx, { ...to, template: decisionMail, data: only });
      else if (only) {
        const desk = siteUrl(config.baseUrl, entryPaths.list, language);
        await mail.send(tx, {
          ...to,
          template: digestMail,
          data: { action, reason: why, entries: data, desk },
        });
      }
    }
    return done(undefined);
  });
}

/** The people responsible for entries, each with those that are theirs. */
async function byPerson(
  db: Dependencies['connection']['db'],
  entries: readonly Entry[],
): Promise<{ person: Addressee; own: Entry[] }[]> {
  const owners = new Map<string, Addressee[]>();
  const people = new Map<string, { person: Addressee; own: Entry[] }>();
  for (const entry of entries) {
    const { ownerId } = entry;
    const found = (ownerId !== null && owners.get(ownerId)) || (await peopleBehind(db, entry));
    if (ownerId !== null) owners.set(ownerId, found);
    for (const person of found) {
      const known = people.get(person.id) ?? { person, own: [] };
      known.own.push(entry);
      people.set(person.id, known);
    }
  }
  return [...people.values()];
}
