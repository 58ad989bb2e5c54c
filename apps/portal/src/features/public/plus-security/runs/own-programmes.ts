import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Queryable } from '../../../../platform/database/connection.ts';
import { mayWith } from '../../../../platform/editing/access.ts';
import type { SignedInUser } from '../../../../platform/identity/user.ts';
import type { State } from '../../../../platform/publishing/model.ts';
import { publication, revision } from '../../../../platform/publishing/schema.ts';
import { programmeKind } from '../kinds/programme.ts';
import type { Programme } from '../kinds/programme-schema.ts';

/** A programme whose runs the user may change. */
export interface AmendableProgramme {
  id: string;
  state: State;
  data: Programme;
}

/** States in which runs can be amended. */
const amendable: readonly State[] = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'scheduled',
  'published',
];

/** The programmes of the user's organisations, and for editors those of the body, last changed first. */
export async function programmesOf(
  db: Queryable,
  user: SignedInUser,
  most: number,
): Promise<AmendableProgramme[]> {
  const own = user.memberships
    .map(({ organisationId }) => organisationId)
    .filter((ownerId) => mayWith(user, 'entry.amend', { ownerId }));
  const ofBody = mayWith(user, 'entry.amend', { ownerId: null }) ? [isNull(publication.ownerId)] : [];
  if (own.length === 0 && ofBody.length === 0) return [];
  const rows = await programmes(db)
    .where(
      and(
        eq(publication.kind, programmeKind.name),
        inArray(publication.state, [...amendable]),
        or(...(own.length > 0 ? [inArray(publication.ownerId, own)] : []), ...ofBody),
      ),
    )
    .orderBy(desc(publication.updatedAt))
    .limit(most);
  return rows.map(({ id, state, data }) => ({ id, state, data: data as Programme }));
}

/** One programme, if the user may change its runs now. */
export async function programmeOf(
  db: Queryable,
  id: string,
  user: SignedInUser,
): Promise<AmendableProgramme | undefined> {
  const [row] = await programmes(db).where(
    and(eq(publication.id, id), eq(publication.kind, programmeKind.name)),
  );
  if (!row || !amendable.includes(row.state) || !mayWith(user, 'entry.amend', row)) return undefined;
  return { id, state: row.state, data: row.data as Programme };
}

function programmes(db: Queryable) {
  return db
    .select({
      id: publication.id,
      state: publication.state,
      ownerId: publication.ownerId,
      data: revision.data,
    })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    );
}
