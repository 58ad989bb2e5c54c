import { asc, eq } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { type TenantDatabase, tenant } from '../database/tenant.ts';
import { organisation } from '../identity/schema.ts';

/** An organisation and access to its private data. */
export interface OrganisationRoom {
  organisation: { id: string; name: string };
  tenant: TenantDatabase;
}

/** The rooms of all organisations. */
export interface OrganisationRooms {
  /** Undefined if there is no such organisation. */
  find(organisationId: string): Promise<OrganisationRoom | undefined>;
  /** For deferred work of a room, such as a job. */
  tenant(organisationId: string): TenantDatabase;
  /** Ids of all organisations, for work on each room in turn. */
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
