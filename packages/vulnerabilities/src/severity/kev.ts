import { FeedError } from './feed-error.ts';

/** A vulnerability known to be exploited: https://www.cisa.gov/known-exploited-vulnerabilities-catalog */
export interface KnownExploited {
  /** CVE identifier. */
  cve: string;
  name: string;
  /** Date it was listed, as YYYY-MM-DD. */
  dateAdded: string;
  /** Date by which US federal agencies must have acted, as YYYY-MM-DD. */
  dueDate: string | null;
  requiredAction: string;
  /** Whether ransomware is known to use it; null if unknown. */
  ransomware: boolean | null;
}

/**
 * Reads CISA's catalogue (JSON) by CVE identifier.
 * @throws FeedError
 */
export function readKev(document: string | Uint8Array): Map<string, KnownExploited> {
  const text = typeof document === 'string' ? document : new TextDecoder().decode(document);
  let catalogue: unknown;
  try {
    catalogue = JSON.parse(text);
  } catch (error) {
    throw new FeedError('KEV', 'document', { en: `not JSON (${String(error)})`, ja: 'JSONではありません' });
  }
  const entries = property(catalogue, 'vulnerabilities');
  if (!Array.isArray(entries)) {
    throw new FeedError('KEV', 'vulnerabilities', { en: 'a list is required', ja: '一覧がありません' });
  }
  return new Map(entries.map((entry, index) => readEntry(entry, `vulnerabilities[${index}]`)));
}

function readEntry(entry: unknown, place: string): [string, KnownExploited] {
  const cve = property(entry, 'cveID');
  if (typeof cve !== 'string' || cve === '') {
    throw new FeedError('KEV', `${place}.cveID`, { en: 'is required', ja: 'がありません' });
  }
  const ransomware = text(entry, 'knownRansomwareCampaignUse');
  const known: KnownExploited = {
    cve,
    name: text(entry, 'vulnerabilityName'),
    dateAdded: text(entry, 'dateAdded'),
    dueDate: text(entry, 'dueDate') || null,
    requiredAction: text(entry, 'requiredAction'),
    ransomware: ransomware === 'Known' ? true : ransomware === 'Unknown' ? null : false,
  };
  return [cve, known];
}

function text(entry: unknown, key: string): string {
  const value = property(entry, key);
  return typeof value === 'string' ? value : '';
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
