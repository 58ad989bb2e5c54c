import { type Component, PurlError, parsePurl } from '@kakehashi/vulnerabilities';

/** A component as its users know it: with the namespace that bills keep apart from the name (`@babel/parser`). */
export function componentName({ name, purl }: Pick<Component, 'name' | 'purl'>): string {
  if (purl === undefined) return name;
  try {
    const { namespace, name: own } = parsePurl(purl);
    return namespace !== null && name === own ? `${namespace}/${name}` : name;
  } catch (error) {
    if (error instanceof PurlError) return name;
    throw error;
  }
}
