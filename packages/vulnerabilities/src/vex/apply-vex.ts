import type { Component } from '../component.ts';
import type { Message } from '../sbom/sbom.ts';
import { type Mismatch, type MismatchReason, mismatch, mismatchText, nearest } from './mismatch.ts';
import { compareProduct, titleOf } from './product-match.ts';
import type { VexProduct, VexStatement } from './statement.ts';

/** What a verdict is looked up by: the component and every name of its vulnerability. */
export interface Judged {
  component: Component;
  advisory: { id: string };
  aliases: readonly string[];
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
  /** Absent where nobody has given one. */
  verdict?: VexStatement;
  /** Other verdicts on the same vulnerability, those that came nearest first. */
  unapplied: readonly UnappliedVerdict[];
}

/**
 * Joins findings with the verdicts that apply to them: the vulnerability by any of its names, the component as
 * the product itself, as a part of it, or by the verdict being about the whole `subject`. Of several verdicts the
 * latest holds; of those of one time, the last.
 */
export function applyVex<F extends Judged>(
  findings: readonly F[],
  statements: readonly VexStatement[],
  subject?: Component,
): JudgedFinding<F>[] {
  const byName = new Map<string, Set<VexStatement>>();
  for (const statement of statements) {
    for (const name of [statement.vulnerability, ...statement.aliases]) {
      const known = byName.get(name.toUpperCase());
      if (known) known.add(statement);
      else byName.set(name.toUpperCase(), new Set([statement]));
    }
  }
  return findings.map((finding) => {
    const named = new Set(
      [finding.advisory.id, ...finding.aliases].flatMap((name) => [
        ...(byName.get(name.toUpperCase()) ?? []),
      ]),
    );
    return judge(finding, [...named], statements, subject);
  });
}

/** Whether the verdict settles the matter: nothing is left to be done about the finding. */
export function isSettled(verdict: VexStatement | undefined): boolean {
  return verdict?.status === 'not_affected' || verdict?.status === 'fixed';
}

function judge<F extends Judged>(
  finding: F,
  named: readonly VexStatement[],
  order: readonly VexStatement[],
  subject: Component | undefined,
): JudgedFinding<F> {
  const misses = new Map(
    named.map((statement) => [statement, missOf(statement, finding.component, subject)]),
  );
  const applying = named.filter((statement) => misses.get(statement) === undefined);
  const verdict = latest(applying, order);
  const unapplied = named
    .filter((statement) => statement !== verdict)
    .map((statement) => {
      const miss = misses.get(statement) ?? mismatch('superseded', toldOf(statement), toldOf(verdict));
      return { statement, ...miss, message: mismatchText(miss) };
    });
  return { finding, ...(verdict && { verdict }), unapplied };
}

function missOf(
  { products }: VexStatement,
  component: Component,
  subject: Component | undefined,
): Mismatch | undefined {
  const misses = products.map((product) => missOfProduct(product, component, subject));
  if (misses.includes(undefined)) return undefined;
  return nearest(misses.filter((miss) => miss !== undefined)) ?? mismatch('no-product', '');
}

function missOfProduct(
  product: VexProduct,
  component: Component,
  subject: Component | undefined,
): Mismatch | undefined {
  if (product.parts) {
    const parts = product.parts.map((part) => compareProduct(component, part));
    const part = parts.includes(undefined) ? undefined : nearest(parts.filter((miss) => miss !== undefined));
    return part ?? missOfSubject(product, subject);
  }
  const own = compareProduct(component, product);
  if (own === undefined || subject === undefined) return own;
  return compareProduct(subject, product) === undefined ? undefined : own;
}

function missOfSubject(product: VexProduct, subject: Component | undefined): Mismatch | undefined {
  if (subject === undefined) return mismatch('no-subject', titleOf(product));
  const miss = compareProduct(subject, product);
  if (miss === undefined) return undefined;
  if (miss.reason === 'not-comparable') {
    return mismatch('unidentified-subject', titleOf(product), titleOf(subject));
  }
  return miss.reason === 'other-component' ? { ...miss, reason: 'other-product' } : miss;
}

function toldOf(statement: VexStatement | undefined): string {
  return [statement?.status, statement?.time].filter((text) => text !== undefined).join(' ');
}

function latest(applying: readonly VexStatement[], order: readonly VexStatement[]): VexStatement | undefined {
  return applying.reduce<VexStatement | undefined>((best, statement) => {
    if (best === undefined) return statement;
    const difference = instant(statement) - instant(best);
    if (difference !== 0) return difference > 0 ? statement : best;
    return order.indexOf(statement) > order.indexOf(best) ? statement : best;
  }, undefined);
}

function instant({ time }: VexStatement): number {
  const parsed = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(parsed) ? -Infinity : parsed;
}
