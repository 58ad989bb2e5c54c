import type { Transaction } from '../../../platform/database/transact.ts';
import type { ReviewComment } from '../../../platform/editing/comments.ts';
import type { Decision } from '../../../platform/editing/decision.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { writeMoment } from '../../../platform/i18n/dates.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { defineMail, type MailPart } from '../../../platform/mail/template.ts';
import type { Platform } from '../../../platform/platform.ts';
import { entryPaths, peopleBehind, titleIn } from '../entries/index.ts';

export interface DecisionMail {
  title: string;
  action: Decision['action'];
  /** Empty if none was given. */
  reason: string;
  comments: { field: string; body: string }[];
  /** For `schedule`. */
  at: Date | undefined;
  desk: string;
  /** Published page, for `approve`. */
  page: string | undefined;
}

/** Notifies owners of a decision. Contains no reviewer's name. */
export const decisionMail = defineMail<DecisionMail>(
  'desk.decision',
  { ja: '審査の結果', en: 'Outcome of a review' },
  {
    ja: (decision) => {
      const { title, action, reason, at, desk, page } = decision;
      const words = {
        'request-changes': {
          subject: `修正をお願いします：${title}`,
          lead: `「${title}」の審査で、修正をお願いすることになりました。直してから、もう一度送ってください。`,
        },
        decline: {
          subject: `掲載を見送りました：${title}`,
          lead: `「${title}」を審査し、掲載を見送ることにしました。理由は次のとおりです。`,
        },
        approve: {
          subject: `公開しました：${title}`,
          lead: `「${title}」は審査を終え、公開されました。`,
        },
        schedule: {
          subject: `公開の日時が決まりました：${title}`,
          lead: `「${title}」は審査を終え、${at ? writeMoment(at, 'ja') : ''}に公開されます。`,
        },
      }[action];
      return {
        subject: words.subject,
        body: [
          words.lead,
          ...reasonParts(reason),
          ...commentParts('審査担当からのコメント：', decision, '：'),
          ...(page ? [{ link: '公開されたページを見る', href: page }] : []),
          { link: '登録を開く', href: desk },
        ],
      };
    },
    en: (decision) => {
      const { title, action, reason, at, desk, page } = decision;
      const words = {
        'request-changes': {
          subject: `Please change: ${title}`,
          lead: `The review of “${title}” asks for changes. Make them, then send it again.`,
        },
        decline: {
          subject: `Declined: ${title}`,
          lead: `“${title}” was reviewed and will not be published. The reason:`,
        },
        approve: {
          subject: `Published: ${title}`,
          lead: `“${title}” was reviewed and is now published.`,
        },
        schedule: {
          subject: `Scheduled: ${title}`,
          lead: `“${title}” was reviewed and will be published on ${at ? writeMoment(at, 'en') : ''}.`,
        },
      }[action];
      return {
        subject: words.subject,
        body: [
          words.lead,
          ...reasonParts(reason),
          ...commentParts('The reviewer’s comments:', decision, ': '),
          ...(page ? [{ link: 'See the published page', href: page }] : []),
          { link: 'Open the entry', href: desk },
        ],
      };
    },
  },
);

function reasonParts(reason: string): MailPart[] {
  return reason ? [reason] : [];
}

function commentParts(heading: string, { comments }: DecisionMail, colon: string): MailPart[] {
  if (comments.length === 0) return [];
  return [heading, { list: comments.map(({ field, body }) => (field ? field + colon + body : body)) }];
}

/**
 * Mails the people responsible for an entry, each in their language, within the transaction of the decision, so
 * that mail is sent exactly once, and only if the decision is committed.
 * @param comments  shared with them by the decision
 */
export async function notifyOfDecision(
  tx: Transaction,
  { mail, config }: Pick<Platform, 'mail' | 'config'>,
  { form, entry }: { form: EntryForm; entry: Entry },
  { action, reason, at }: Decision,
  comments: readonly ReviewComment[],
  now: Date,
): Promise<void> {
  for (const { id, email, language } of await peopleBehind(tx, entry)) {
    await mail.send(tx, {
      to: email,
      template: decisionMail,
      data: decisionData({ form, entry }, { action, reason, at }, comments, config, language),
      language,
      key: `desk.decision/${entry.id}/${action}/${now.toISOString()}/${id}`,
    });
  }
}

/** What a person responsible for an entry is told of a decision. */
export function decisionData(
  { form, entry }: { form: EntryForm; entry: Entry },
  { action, reason, at }: Pick<Decision, 'action' | 'reason' | 'at'>,
  comments: readonly ReviewComment[],
  { baseUrl }: Pick<Platform['config'], 'baseUrl'>,
  language: Language,
): DecisionMail {
  const page = action === 'approve' ? form.kind.pagePath?.(entry.id) : undefined;
  return {
    title: titleIn(form, entry.sent?.revision.data) ?? entry.id,
    action,
    reason,
    comments: comments.map(({ field, body }) => ({ field: fieldName(form, field, language), body })),
    at,
    desk: siteUrl(baseUrl, entryPaths.entry(entry.id), language),
    page: page && siteUrl(baseUrl, page, language),
  };
}

function fieldName(form: EntryForm, field: string | null, language: Language): string {
  return form.fields.find(({ name }) => name === field)?.label[language] ?? '';
}
