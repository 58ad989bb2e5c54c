/** What `@kakehashi/skills` computes, as one would write it first: sets of strings and no index. */

type Roles = ReadonlyMap<string, ReadonlySet<string>>;
type Weights = ReadonlyMap<string, number>;

export function weightsOf(roles: Roles): Weights {
  const holders = new Map<string, number>();
  for (const items of roles.values())
    for (const item of items) holders.set(item, (holders.get(item) ?? 0) + 1);
  return new Map([...holders].map(([item, count]) => [item, Math.log(roles.size / count)]));
}

export function shareWithSets(
  held: ReadonlySet<string>,
  asked: ReadonlySet<string>,
  weights: Weights,
): number {
  let all = 0;
  let lacking = 0;
  for (const item of asked) {
    const weight = weights.get(item)!;
    all += weight;
    if (!held.has(item)) lacking += weight;
  }
  return all === 0 ? 0 : lacking / all;
}

/** The first route of the fewest steps, by trying all. */
export function routesWithSets(
  roles: Roles,
  from: string,
  to: string,
  limit: number,
  maxSteps: number,
): string[] | undefined {
  const weights = weightsOf(roles);
  const goal = roles.get(to)!;
  const extend = (held: ReadonlySet<string>, way: string[], left: number): string[] | undefined => {
    if (left === 1) return shareWithSets(held, goal, weights) <= limit ? [...way, to] : undefined;
    const before = shareWithSets(held, goal, weights);
    for (const [role, asked] of roles) {
      if (role === from || role === to || way.includes(role)) continue;
      if (shareWithSets(held, asked, weights) > limit) continue;
      const next = new Set([...held, ...asked]);
      if (shareWithSets(next, goal, weights) >= before) continue;
      const found = extend(next, [...way, role], left - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (let steps = 1; steps <= maxSteps; steps++) {
    const found = extend(roles.get(from)!, [], steps);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Greedy cover that looks at every programme at each turn. */
export function greedyWithSets(
  programmes: readonly ReadonlySet<string>[],
  goal: ReadonlySet<string>,
  weights: Weights,
): number[] {
  const open = new Set([...goal].filter((item) => weights.get(item)! > 0));
  const chosen: number[] = [];
  for (;;) {
    let best = -1;
    let most = 0;
    for (const [at, items] of programmes.entries()) {
      let gain = 0;
      for (const item of items) if (open.has(item)) gain += weights.get(item)!;
      if (gain > most) [best, most] = [at, gain];
    }
    if (best < 0) return chosen;
    for (const item of programmes[best]!) open.delete(item);
    chosen.push(best);
  }
}
