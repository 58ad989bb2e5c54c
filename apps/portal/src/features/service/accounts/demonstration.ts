import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { addUser, preparePassword } from '../../../platform/identity/new-user.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';
import type { DemonstrationView } from './pages/demonstration-accounts.tsx';

/** Demonstration accounts of the sample content, one per role. */
export const demonstrationAccounts = {
  password: 'kakehashi-demo',
  accounts: [
    { email: 'provider@example.jp', role: 'provider' },
    { email: 'editor@example.jp', role: 'editor' },
    { email: 'reviewer@example.jp', role: 'reviewer' },
    { email: 'admin@example.jp', role: 'administrator' },
  ],
} as const satisfies DemonstrationView;

const emails = demonstrationAccounts.accounts.map(({ email }) => email).join(', ');

/** Notice about the demonstration accounts in the start-up log. */
export const demonstrationNotice = {
  ja: `見本のアカウント（このコンピューターからのみ）: ${emails} パスワード ${demonstrationAccounts.password}`,
  en: `accounts to try, from this computer only: ${emails}; password ${demonstrationAccounts.password}`,
};

const names = {
  provider: '見本 登録者',
  editor: '見本 編集者',
  reviewer: '見本 審査者',
  administrator: '見本 管理者',
};
const sampleOrganisation = { name: '見本トレーニング株式会社', slug: 'sample-training' };

/** Creates missing demonstration accounts, and the organisation of the provider. */
export async function addDemonstrationAccounts(db: Database, now: Date): Promise<void> {
  const [present] = await db
    .select({ id: siteUser.id })
    .from(siteUser)
    .where(eq(siteUser.demonstration, true))
    .limit(1);
  if (present) return;
  const passwordHash = await preparePassword(demonstrationAccounts.password);
  await transact(db, async (tx) => {
    const [company] = await tx
      .insert(organisation)
      .values({ id: randomUUID(), ...sampleOrganisation, createdAt: now })
      .onConflictDoNothing()
      .returning();
    for (const { email, role } of demonstrationAccounts.accounts) {
      const user = { email, role, name: names[role], language: 'ja' as const, passwordHash };
      const userId = await addUser(tx, { ...user, demonstration: true }, now);
      if (userId && company && role === 'provider')
        await tx.insert(membership).values({
          id: randomUUID(),
          organizationId: company.id,
          userId,
          role: 'owner',
          createdAt: now,
        });
    }
  });
}
