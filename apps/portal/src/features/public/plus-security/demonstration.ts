import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../../platform/database/connection.ts';
import { organisation } from '../../../platform/identity/schema.ts';
import { publication } from '../../../platform/publishing/schema.ts';
import { programmeKind } from './kinds/programme.ts';

/** The organisation of the provider whom the sample content lets sign in. */
const provider = { slug: 'sample-training', name: '見本トレーニング株式会社' };

export const demonstrationNotice = {
  ja: '見本の登録者（provider@example.jp）は、見本の講座の日程を変えられます（/desk/programmes）。',
  en: 'the sample provider (provider@example.jp) may change runs of sample programmes at /desk/programmes',
};

/** Lets the sample provider look after the sample programmes that are theirs. */
export async function giveSampleProgrammes(db: Database): Promise<void> {
  const [owner] = await db
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.slug, provider.slug));
  if (!owner) return;
  const isTheirs = sql`exists (
    select from revision where revision.publication_id = ${publication.id}
      and revision.number = ${publication.currentRevision}
      and revision.data -> 'provider' ->> 'ja' = ${provider.name}
      and revision.data ->> 'sample' = 'true'
  )`;
  await db
    .update(publication)
    .set({ ownerId: owner.id })
    .where(and(eq(publication.kind, programmeKind.name), isNull(publication.ownerId), isTheirs));
}
