interface Rule {
  from: string;
  to?: string | undefined;
  external?: boolean | undefined;
}

/** Indexes of the rules that are part of, or lead into, a loop. */
export function loopsFrom(rules: readonly Rule[]): number[] {
  const next = new Map<string, string>();
  for (const { from, to, external } of rules) if (to && !external) next.set(from, pathOf(to));
  return rules.flatMap(({ from }, index) => (returns(next, from) ? [index] : []));
}

function returns(next: ReadonlyMap<string, string>, start: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = start; at !== undefined; at = next.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** Rules match the path only: query string and fragment are ignored. */
function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^\/en(?=\/|$)/, '') || '/';
}
