import { recordAudit } from '../../../platform/audit/audit.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn } from '../../../platform/editing/access.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import { notifyOwners } from '../../../platform/mail/to-organisation.ts';
import { done, type Outcome } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { entryPaths } from './paths.ts';

type Dependencies = Pick<Platform, 'connection' | 'publishing' | 'mail' | 'config'>;

interface News {
  title: string;
  reason: string;
  link: string;
}

const suspendedMail = defineMail<News>(
  'desk.suspended',
  { ja: '掲載を一時停止したお知らせ', en: 'An entry was suspended' },
  {
    ja: ({ title, reason, link }) => ({
      subject: `掲載を一時停止しました：${title}`,
      body: [
        `「${title}」の掲載を一時停止しました。いまは公開されていません。`,
        `理由：${reason}`,
        '直すところや分からないところがあれば、事務局に知らせてください。',
        { link: '登録を開く', href: link },
      ],
    }),
    en: ({ title, reason, link }) => ({
      subject: `Suspended: ${title}`,
      body: [
        `“${title}” was suspended. It is not published now.`,
        `Reason: ${reason}`,
        'If something is to be put right or is unclear, please tell the office.',
        { link: 'Open the entry', href: link },
      ],
    }),
  },
);

const resumedMail = defineMail<News>(
  'desk.resumed',
  { ja: '掲載を再開したお知らせ', en: 'An entry is shown again' },
  {
    ja: ({ title, reason, link }) => ({
      subject: `掲載を再開しました：${title}`,
      body: [`「${title}」の掲載を再開しました。`, reason, { link: '登録を開く', href: link }],
    }),
    en: ({ title, reason, link }) => ({
      subject: `Published again: ${title}`,
      body: [`“${title}” is published again.`, reason, { link: 'Open the entry', href: link }],
    }),
  },
);

const templates = { suspend: suspendedMail, resume: resumedMail };

/** Suspends or resumes a published entry, effective immediately, and notifies its owners of the reason. */
export async function suspendOrResume(
  { connection, publishing, mail, config }: Dependencies,
  action: keyof typeof templates,
  { id, ownerId }: Entry,
  { title, reason }: { title: string; reason: string },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'done'>> {
  return transact(connection.db, async (tx) => {
    unwrap(await publishing.within(tx).act(id, action, actorOn(user, { ownerId }), reason, now));
    const act = { actor: user.audit, action: `entry.${action}`, object: { kind: 'entry', id }, at: now };
    await recordAudit(tx, act);
    await notifyOwners(tx, { mail, config }, ownerId, {
      template: templates[action],
      data: { title, reason },
      link: entryPaths.entry(id),
      key: `${action}/${id}/${now.getTime()}`,
    });
    return done('done' as const);
  });
}
