import { PurlError } from './purl-error.ts';
import { PURL_TYPES, type Purl, type PurlType } from './types.ts';

const UNREGISTERED: PurlType = { namespace: 'optional' };

export function typeRules(type: string): PurlType {
  return PURL_TYPES.get(type) ?? UNREGISTERED;
}

/** The same package in its canonical spelling; demands nothing yet. */
export function normalise(purl: Purl): Purl {
  const rules = typeRules(purl.type);
  const fold = (part: 'namespace' | 'name' | 'version' | 'subpath', text: string): string => {
    const letterCase = rules.fold?.[part];
    if (letterCase === undefined) return text;
    return letterCase === 'lower' ? text.toLowerCase() : text.toUpperCase();
  };
  const folded: Purl = {
    type: purl.type,
    namespace: purl.namespace === null ? null : fold('namespace', purl.namespace),
    name: fold('name', purl.name),
    version: purl.version === null ? null : fold('version', purl.version),
    qualifiers: purl.qualifiers,
    subpath: purl.subpath === null ? null : fold('subpath', purl.subpath),
  };
  if (rules.normaliseName) folded.name = rules.normaliseName(folded.name, folded);
  if (rules.normaliseQualifiers && folded.qualifiers) {
    folded.qualifiers = rules.normaliseQualifiers(folded.qualifiers);
  }
  return folded;
}

/** Throws where a normalised package URL breaks its type's rules. */
export function demandTypeRules(purl: Purl): void {
  const rules = typeRules(purl.type);
  if (purl.name === '') throw new PurlError('missing', 'name', '');
  if (rules.namespace === 'required' && purl.namespace === null) {
    throw new PurlError('missing', 'namespace', '');
  }
  if (rules.namespace === 'prohibited' && purl.namespace !== null) {
    throw new PurlError('prohibited', 'namespace', purl.namespace);
  }
  for (const key of rules.requiredQualifiers ?? []) {
    if (!purl.qualifiers?.[key]) throw new PurlError('missing', 'qualifiers', key);
  }
  for (const part of ['namespace', 'name', 'version'] as const) {
    const text = purl[part];
    const pattern = rules.pattern?.[part];
    if (pattern && text !== null && !pattern.test(text)) throw new PurlError('type-rule', part, text);
  }
}
