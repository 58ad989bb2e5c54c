/** The seven parts of a CPE name that tell products apart: part, vendor, product, version, update, edition, language. */
type CpeParts = readonly string[];

const PARTS = 7;

/** Reads a CPE 2.2 URI or 2.3 name; parts that state nothing are empty. Undefined where the text is neither. */
function readCpe(text: string): CpeParts | undefined {
  const found = /^cpe:(?:(2\.3):|\/)([aoh*].*)$/is.exec(text.trim());
  if (!found) return undefined;
  const [, formatted, rest = ''] = found;
  const parts = rest.toLowerCase().split(/(?<!\\):/);
  return Array.from({ length: PARTS }, (_, place) => {
    const part = parts[place] ?? '';
    const plain = formatted ? part.replace(/\\(.)/gs, '$1') : decoded(part);
    return plain === '*' || plain === '-' ? '' : plain;
  });
}

/**
 * Whether a CPE name is among those another one means: each part the wanted one states is the same. One that states
 * neither vendor nor product means nothing in particular.
 */
export function isWithinCpe(own: string, wanted: string): boolean {
  const [mine, theirs] = [readCpe(own), readCpe(wanted)];
  if (!mine || !theirs || theirs[1] === '' || theirs[2] === '') return false;
  return theirs.every((part, place) => part === '' || part === mine[place]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An operating system or the product of one, from its vendor on (`redhat:enterprise_linux:8::baseos`). */
export function platformText(cpe: string): string | undefined {
  return readCpe(cpe)?.slice(1).join(':').replace(/:+$/, '');
}
