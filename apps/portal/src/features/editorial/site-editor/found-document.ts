import type { Context } from 'hono';
import { type Entry, findEntry } from '../../../platform/editing/entry.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import { redirectsKind } from '../../../platform/redirects/redirects-kind.ts';
import { synonymsKind } from '../../../platform/search/synonyms-kind.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import type { CatalogueServices } from '../../public/catalogue/index.ts';
import { type EditableKind, editableKinds } from './editable.ts';
import { type Findings, nothingFound, redirectFindings, synonymFindings } from './findings.ts';

/** The document of a URL, with the rules of its kind. */
export interface FoundDocument {
  entry: Entry;
  kind: EditableKind;
}

/** Dependencies of all editor routes. */
export interface Editing {
  platform: Platform;
  kinds: ReadonlyMap<string, EditableKind>;
  catalogue: CatalogueServices;
  find(c: Context<PortalEnvironment>): Promise<FoundDocument | undefined>;
  /** Checks beyond the schema. */
  check(kind: EditableKind, data: object): Findings;
}

export function createEditing(platform: Platform, routes: PageRoutes, catalogue: CatalogueServices): Editing {
  const kinds = editableKinds(platform.kinds);
  const isPage = (path: string) => isPageNow(platform, routes, path);
  return {
    platform,
    kinds,
    catalogue,
    async find(c) {
      const entry = await findEntry(platform.connection.db, c.req.param('id') ?? '');
      const kind = entry && entry.ownerId === null ? kinds.get(entry.kind) : undefined;
      return entry && kind && { entry, kind };
    },
    check({ form }, data) {
      const { name } = form.kind;
      if (name === redirectsKind.name)
        return redirectFindings(dataOf(redirectsKind, { kind: name, data }), isPage);
      return name === synonymsKind.name
        ? synonymFindings(dataOf(synonymsKind, { kind: name, data }))
        : nothingFound;
    },
  };
}

/** Whether a path (without language prefix) is a page now: a route, or a published record. */
function isPageNow({ model, kinds }: Platform, routes: PageRoutes, path: string): boolean {
  const ownPage = routes.declared.some(
    ({ method, path: known }) => method === 'GET' && known === path && !known.includes(':'),
  );
  if (ownPage) return true;
  const id = path.slice(path.lastIndexOf('/') + 1);
  const record = model.get(id);
  return record !== undefined && kinds.get(record.kind).pagePath?.(id) === path;
}
