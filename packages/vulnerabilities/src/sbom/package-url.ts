import { readPurl } from '../purl/parse.ts';
import { PurlError } from '../purl/purl-error.ts';
import type { Message } from './sbom.ts';

/** Why a text is no package URL; undefined when it is one, also where its type would ask for more. */
export function purlProblem(text: string): Message | undefined {
  try {
    readPurl(text);
    return undefined;
  } catch (error) {
    if (error instanceof PurlError) return { ja: error.ja, en: error.message };
    throw error;
  }
}
