import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { Catalogue } from './catalogue.ts';
import { cataloguePaths } from './paths.ts';

/** Most records that a list holds: its address can be mailed and typed into any browser. */
export const mostKept = 30;

/** The records that an address names, each once, in its order; those that are not published are passed over. */
export function readKept(params: URLSearchParams, catalogue: Catalogue, most = mostKept): PublishedRecord[] {
  const ids = [...new Set(params.getAll('id').slice(0, mostKept * 2))];
  const kinds = catalogue.kinds();
  return catalogue
    .pick(ids)
    .filter((record) => kinds.includes(catalogue.kind(record)))
    .slice(0, most);
}

/** The list as an address, without language prefix. */
export function keptPath(ids: readonly string[]): string {
  const text = new URLSearchParams(ids.map((id): [string, string] => ['id', id])).toString();
  return text ? `${cataloguePaths.kept}?${text}` : cataloguePaths.kept;
}
