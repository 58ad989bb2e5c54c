import { type AuditRecord, auditRecord, beginningHash } from './record.ts';

/** An entry of the audit log as administrators read and export it. */
export interface ExportedEntry {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  detail: Record<string, unknown>;
  network: string | null;
  /** Position in the hash chain, its hash, and the previous hash. */
  position: number | null;
  hash: string | null;
  previous: string | null;
}

/** How each column of the export is written. */
const columns = {
  id: ({ id }: ExportedEntry) => String(id),
  at: ({ at }) => at.toISOString(),
  actor_id: ({ actorId }) => actorId ?? '',
  actor: ({ actorName }) => actorName ?? '',
  action: ({ action }) => action,
  object_kind: ({ objectKind }) => objectKind,
  object_id: ({ objectId }) => objectId,
  detail: ({ detail }) => JSON.stringify(detail),
  network: ({ network }) => network ?? '',
  position: ({ position }) => String(position ?? ''),
  previous: ({ previous, position }) => previous ?? (position === 1 ? beginningHash : ''),
  hash: ({ hash }) => hash ?? '',
} satisfies Record<string, (entry: ExportedEntry) => string>;

export const csvColumns = Object.keys(columns);

export function csvCells(entry: ExportedEntry): string[] {
  return Object.values(columns).map((write) => write(entry));
}

/**
 * Parses a line of the export; undefined if it holds no record.
 * @param cells  by column
 */
export function recordOfCells(cells: Partial<Record<string, string>>): AuditRecord | undefined {
  const { id, at, actor_id, action, object_kind, object_id, detail, network, position, previous, hash } =
    cells;
  const parsed = auditRecord.safeParse({
    position: Number(position),
    id: Number(id),
    at,
    actor: actor_id || null,
    action,
    objectKind: object_kind,
    objectId: object_id,
    detail: jsonOf(detail),
    network: network || null,
    previous,
    hash,
  });
  return parsed.data;
}

function jsonOf(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
