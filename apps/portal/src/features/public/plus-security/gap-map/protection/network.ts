/**
 * Whether the hidden numbers of a table with margins can be worked out from the shown ones.
 *
 * A two-way table with its margins is a circulation in a network: a cell is an arc from its row to its column, a
 * margin an arc back (D. Gusfield, A graph theoretic approach to statistical data security, SIAM Journal on
 * Computing 17, 1988). What is shown is fixed. A hidden number can be another one exactly where its arc lies on a
 * cycle of the residual network that does not merely go there and back.
 */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** It is hidden and may be greater by one. */
  readonly canRise: boolean;
  /** It is hidden and may be less by one. */
  readonly canFall: boolean;
}

/** For each arc, whether its number could be another one with everything that is fixed staying as it is. */
export function changeable(nodes: number, arcs: readonly Arc[]): boolean[] {
  return movement(nodes, arcs).moves;
}

/** The same with the strong component of each node: within one, each node can be reached from each other. */
export function movement(nodes: number, arcs: readonly Arc[]): { moves: boolean[]; component: Int32Array } {
  const residual = new Residual(nodes, arcs);
  const component = residual.strongComponents();
  const bridges = residual.bridges(component);
  const moves = arcs.map(
    ({ from, to, canRise, canFall }, arc) =>
      (canRise || canFall) &&
      component[from] === component[to] &&
      // An arc of one direction in a strong component is on a cycle of others; one of both needs a way around.
      (canRise !== canFall || !bridges.has(arc)),
  );
  return { moves, component };
}

/** Links of a network by the node that they leave, in two lists. */
interface Links {
  /** Where each node's links begin; those of the last end at the last entry. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly arc: Int32Array;
}

class Residual {
  readonly #nodes: number;
  readonly #arcs: readonly Arc[];

  constructor(nodes: number, arcs: readonly Arc[]) {
    this.#nodes = nodes;
    this.#arcs = arcs;
  }

  /** The strong component of each node (R. Tarjan 1972), without recursion. */
  strongComponents(): Int32Array {
    const { first, to } = this.#links(
      ({ canRise }) => canRise,
      ({ canFall }) => canFall,
    );
    const order = new Int32Array(this.#nodes).fill(-1);
    const low = new Int32Array(this.#nodes);
    const component = new Int32Array(this.#nodes).fill(-1);
    const next = first.slice();
    const open: number[] = [];
    let visited = 0;
    let components = 0;
    const enter = (node: number, path: number[]) => {
      order[node] = low[node] = visited++;
      open.push(node);
      path.push(node);
    };
    for (let root = 0; root < this.#nodes; root++) {
      if (order[root] !== -1) continue;
      const path: number[] = [];
      enter(root, path);
      while (path.length > 0) {
        const node = path.at(-1)!;
        if (next[node]! < first[node + 1]!) {
          const end = to[next[node]!++]!;
          if (order[end] === -1) enter(end, path);
          else if (component[end] === -1) low[node] = Math.min(low[node]!, order[end]!);
          continue;
        }
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
        if (low[node] !== order[node]) continue;
        for (let member = open.pop()!; ; member = open.pop()!) {
          component[member] = components;
          if (member === node) break;
        }
        components++;
      }
    }
    return component;
  }

  /** Arcs without which their ends would not hang together, within the strong components, whatever the directions. */
  bridges(component: Int32Array): Set<number> {
    const inside = ({ from, to, canRise, canFall }: Arc) =>
      (canRise || canFall) && component[from] === component[to];
    const { first, to, arc } = this.#links(inside, inside);
    const order = new Int32Array(this.#nodes).fill(-1);
    const low = new Int32Array(this.#nodes);
    const next = first.slice();
    const found = new Set<number>();
    let visited = 0;
    for (let root = 0; root < this.#nodes; root++) {
      if (order[root] !== -1) continue;
      const path = [{ node: root, by: -1 }];
      order[root] = low[root] = visited++;
      while (path.length > 0) {
        const { node, by } = path.at(-1)!;
        if (next[node]! < first[node + 1]!) {
          const link = next[node]!++;
          const end = to[link]!;
          if (arc[link] === by) continue;
          if (order[end] === -1) {
            order[end] = low[end] = visited++;
            path.push({ node: end, by: arc[link]! });
          } else low[node] = Math.min(low[node]!, order[end]!);
          continue;
        }
        path.pop();
        const above = path.at(-1);
        if (above === undefined) continue;
        low[above.node] = Math.min(low[above.node]!, low[node]!);
        if (low[node]! > order[above.node]!) found.add(by);
      }
    }
    return found;
  }

  /** Links along the arcs that `forth` takes and against those that `back` takes. */
  #links(forth: (arc: Arc) => boolean, back: (arc: Arc) => boolean): Links {
    const first = new Int32Array(this.#nodes + 1);
    for (const arc of this.#arcs) {
      if (forth(arc)) first[arc.from + 1]!++;
      if (back(arc)) first[arc.to + 1]!++;
    }
    for (let node = 0; node < this.#nodes; node++) first[node + 1]! += first[node]!;
    const next = first.slice();
    const count = first[this.#nodes]!;
    const links = { first, to: new Int32Array(count), arc: new Int32Array(count) };
    this.#arcs.forEach((arc, index) => {
      const add = (node: number, end: number) => {
        const at = next[node]!++;
        links.to[at] = end;
        links.arc[at] = index;
      };
      if (forth(arc)) add(arc.from, arc.to);
      if (back(arc)) add(arc.to, arc.from);
    });
    return links;
  }
}
