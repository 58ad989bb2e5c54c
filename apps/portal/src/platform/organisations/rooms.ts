import { asc, eq } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { type TenantDatabase, tenant } from '../database/tenant.ts';
import { organisation } from '../identity/schema.ts';

/** An organisation, and what is its own. */
export interface OrganisationRoom {
  organisation: { id: string; name: string };
  tenant: TenantDatabase;
}

/** The rooms of all organisations, each opened by itself. */
export interface OrganisationRooms {
  /** Undefined where there is no such organisation. */
  find(organisationId: string): Promise<OrganisationRoom | undefined>;
  /** For work that was asked for within a room and is done later, such as a job. */
  tenant(organisationId: string): TenantDatabase;
  /** Ids of all organisations, for work that goes from room to room. */
  list(): Promise<string[]>;
}

export function createOrganisationRooms(db: Database): OrganisationRooms {
  return {
    async find(organisationId) {
      const [found] = await db
        .select({ id: organisation.id, name: organisation.name })
        .from(organisation)
        .where(eq(organisation.id, organisationId));
      return found && { organisation: found, tenant: tenant(db, organisationId) };
    },
    tenant: (organisationId) => tenant(db, organisationId),
    async list() {
      const rows = await db.select({ id: organisation.id }).from(organisation).orderBy(asc(organisation.id));
      return rows.map(({ id }) => id);
    },
  };
}
