import type { Component } from '../component.ts';
import type { Message } from '../sbom/sbom.ts';
import { BillContext, type JudgedBill } from './bill-context.ts';
import { type Mismatch, type MismatchReason, mismatch, mismatchText, nearestFirst } from './mismatch.ts';
import type { VexStatement } from './statement.ts';
import { compareStatement } from './statement-match.ts';

/** What a verdict is looked up by: the component and every name of its vulnerability. */
export interface Judged {
  component: Component;
  advisory: { id: string };
  aliases: readonly string[];
  /** Vulnerabilities the advisory passes on, each by all its names; a verdict on all of them is one on it. */
  upstream?: readonly (readonly string[])[];
}

/** A verdict on the finding's vulnerability that does not hold for the finding, and why. */
export interface UnappliedVerdict {
  statement: VexStatement;
  reason: MismatchReason;
  /** What the verdict states, and what the bill has in that place. */
  stated: string;
  found: string;
  message: Message;
}

/** A finding with the verdict given on it. */
export interface JudgedFinding<F extends Judged> {
  finding: F;
  /** Absent if no verdict was given. */
  verdict?: VexStatement;
  /** Other verdicts on the same vulnerability, those that came nearest first. */
  unapplied: readonly UnappliedVerdict[];
}

/**
 * Joins findings with the verdicts that apply to them: the vulnerability by any of its names, or every vulnerability
 * the advisory passes on; the component as the product itself, as a part of it, or by the verdict being about the
 * whole `subject`. Of several verdicts the latest holds; of those of one time, the last.
 * @param bill where given, verdicts on parts of its components and those that point into it are understood too
 */
export function applyVex<F extends Judged>(
  findings: readonly F[],
  statements: readonly VexStatement[],
  subject?: Component,
  bill: JudgedBill = {},
): JudgedFinding<F>[] {
  const verdicts = new Verdicts(statements, new BillContext(subject, bill));
  return findings.map((finding) => verdicts.judge(finding));
}

/** Whether the verdict settles the matter: nothing is left to be done about the finding. */
export function isSettled(verdict: VexStatement | undefined): boolean {
  return verdict?.status === 'not_affected' || verdict?.status === 'fixed';
}

/** A verdict that holds, and those that do not. */
interface Judgement {
  verdict?: VexStatement | undefined;
  unapplied: UnappliedVerdict[];
}

/** Verdicts by the names of their vulnerabilities. */
class Verdicts {
  readonly #byName = new Map<string, Set<VexStatement>>();
  readonly #order: ReadonlyMap<VexStatement, number>;
  readonly #bill: BillContext;

  constructor(statements: readonly VexStatement[], bill: BillContext) {
    this.#bill = bill;
    this.#order = new Map(statements.map((statement, number) => [statement, number]));
    for (const statement of statements) {
      for (const name of [statement.vulnerability, ...statement.aliases]) {
        const known = this.#byName.get(name.toUpperCase());
        if (known) known.add(statement);
        else this.#byName.set(name.toUpperCase(), new Set([statement]));
      }
    }
  }

  judge<F extends Judged>(finding: F): JudgedFinding<F> {
    const { component, advisory, aliases, upstream = [] } = finding;
    const own = this.#judgementOn([advisory.id, ...aliases], component);
    if (own.verdict !== undefined || upstream.length === 0)
      return joined(finding, own.verdict, own.unapplied);
    const each = upstream.map((names) => this.#judgementOn(names, component));
    const open = upstream.filter((_, number) => each[number]?.verdict === undefined);
    const given = each.map(({ verdict }) => verdict).filter((verdict) => verdict !== undefined);
    const unapplied = [own, ...each].flatMap((judgement) => judgement.unapplied);
    if (open.length === 0) return joined(finding, leastSettled(given), unapplied);
    const others = open.map((names) => names[0]).join(', ');
    const partial = given.map((statement) =>
      unappliedVerdict(statement, mismatch('other-vulnerabilities', statement.vulnerability, others)),
    );
    return joined(finding, undefined, [...partial, ...unapplied]);
  }

  #judgementOn(names: readonly string[], component: Component): Judgement {
    const named = new Set(names.flatMap((name) => [...(this.#byName.get(name.toUpperCase()) ?? [])]));
    const compared = [...named].map((statement) => ({
      statement,
      miss: compareStatement(statement, component, this.#bill),
    }));
    const applying = compared.filter(({ miss }) => miss === undefined).map(({ statement }) => statement);
    const verdict = latest(applying, this.#order);
    const unapplied = compared
      .filter(({ statement }) => statement !== verdict)
      .map(({ statement, miss }) =>
        unappliedVerdict(
          statement,
          miss ?? mismatch('superseded', statusText(statement), statusText(verdict)),
        ),
      );
    return { verdict, unapplied };
  }
}

function joined<F extends Judged>(
  finding: F,
  verdict: VexStatement | undefined,
  unapplied: UnappliedVerdict[],
): JudgedFinding<F> {
  return { finding, ...(verdict && { verdict }), unapplied: nearestFirst(unapplied) };
}

function unappliedVerdict(statement: VexStatement, miss: Mismatch): UnappliedVerdict {
  return { statement, ...miss, message: mismatchText(miss) };
}

const LEAST_SETTLED_FIRST = ['affected', 'under_investigation', 'fixed', 'not_affected'];

/** Of verdicts on several vulnerabilities, the one that leaves most to be done. */
function leastSettled(verdicts: readonly VexStatement[]): VexStatement | undefined {
  const rank = ({ status }: VexStatement) => LEAST_SETTLED_FIRST.indexOf(status);
  return verdicts.toSorted((a, b) => rank(a) - rank(b))[0];
}

function statusText(statement: VexStatement | undefined): string {
  return [statement?.status, statement?.time].filter((text) => text !== undefined).join(' ');
}

function latest(
  applying: readonly VexStatement[],
  order: ReadonlyMap<VexStatement, number>,
): VexStatement | undefined {
  return applying.reduce<VexStatement | undefined>((best, statement) => {
    if (best === undefined) return statement;
    const difference = instant(statement) - instant(best);
    if (difference !== 0) return difference > 0 ? statement : best;
    return (order.get(statement) ?? 0) > (order.get(best) ?? 0) ? statement : best;
  }, undefined);
}

function instant({ time }: VexStatement): number {
  const parsed = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(parsed) ? Number.MIN_SAFE_INTEGER : parsed;
}
