import { type Component, PurlError, parsePurl } from '@kakehashi/vulnerabilities';

/** A component as its users know it: with the namespace that bills keep apart from the name (`@babel/parser`). */
export function componentName({ name, group, purl }: Pick<Component, 'name' | 'group' | 'purl'>): string {
  const namespace = namespaceOf(name, purl) ?? group;
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
}

function namespaceOf(name: string, purl: string | undefined): string | undefined {
  if (purl === undefined) return undefined;
  try {
    const { namespace, name: own } = parsePurl(purl);
    return name === own ? (namespace ?? undefined) : '';
  } catch (error) {
    if (error instanceof PurlError) return undefined;
    throw error;
  }
}
