import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn } from '../../../platform/editing/access.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { done, type Outcome } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { settleCall } from '../calls/index.ts';
import { entryPaths } from './paths.ts';
import { peopleBehind } from './people.ts';

type Dependencies = Pick<Platform, 'connection' | 'publishing' | 'mail' | 'config'>;

interface Withdrawal {
  title: string;
  reason: string;
}

const withdrawnMail = defineMail<Withdrawal & { link: string }>(
  'desk.withdrawn',
  { ja: '登録が取り下げられたお知らせ', en: 'An entry was withdrawn' },
  {
    ja: ({ title, reason, link }) => ({
      subject: `登録を取り下げました：${title}`,
      body: [
        `事務局が「${title}」の登録を取り下げました。公開されていたときは、公開も終わりました。`,
        `理由：${reason}`,
        '分からないところがあれば、事務局に問い合わせてください。',
        { link: '登録を開く', href: link },
      ],
    }),
    en: ({ title, reason, link }) => ({
      subject: `Withdrawn: ${title}`,
      body: [
        `The office withdrew “${title}”. If it was published, it no longer is.`,
        `Reason: ${reason}`,
        'If something is unclear, please ask the office.',
        { link: 'Open the entry', href: link },
      ],
    }),
  },
);

/**
 * Withdraws an entry permanently from the public; its history is kept. If the body's staff do
 * it, the people responsible are notified of the reason.
 */
export async function withdrawEntry(
  dependencies: Dependencies,
  entry: Entry,
  withdrawal: Withdrawal,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'withdrawn'>> {
  const { id, ownerId } = entry;
  return transact(dependencies.connection.db, async (tx) => {
    const actor = actorOn(user, entry);
    unwrap(await dependencies.publishing.within(tx).act(id, 'withdraw', actor, withdrawal.reason, now));
    await settleCall(tx, id, 'withdrawn', now);
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'entry.withdraw', object, detail: {}, at: now });
    const own = user.memberships.some(({ organisationId }) => organisationId === ownerId);
    if (!own) await notifyOthers(tx, dependencies, entry, withdrawal, user, now);
    return done('withdrawn' as const);
  });
}

async function notifyOthers(
  tx: Transaction,
  { mail, config }: Dependencies,
  entry: Entry,
  withdrawal: Withdrawal,
  user: SignedInUser,
  now: Date,
): Promise<void> {
  for (const { id, email, language } of await peopleBehind(tx, entry)) {
    if (id === user.id) continue;
    await mail.send(tx, {
      to: email,
      template: withdrawnMail,
      data: { ...withdrawal, link: siteUrl(config.baseUrl, entryPaths.entry(entry.id), language) },
      language,
      key: `desk.withdrawn/${entry.id}/${now.getTime()}/${id}`,
    });
  }
}
