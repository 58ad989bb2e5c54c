import type { Component } from '../component.ts';
import { isProduct } from './product-match.ts';
import type { VexProduct, VexStatement } from './statement.ts';

/** What a verdict is looked up by: the component and every name of its vulnerability. */
export interface Judged {
  component: Component;
  advisory: { id: string };
  aliases: readonly string[];
}

/** A finding with the verdict given on it. */
export interface JudgedFinding<F extends Judged> {
  finding: F;
  /** Absent where nobody has given one. */
  verdict?: VexStatement;
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
  const byName = new Map<string, VexStatement[]>();
  for (const statement of statements) {
    for (const name of [statement.vulnerability, ...statement.aliases]) {
      const known = byName.get(name.toUpperCase());
      if (known) known.push(statement);
      else byName.set(name.toUpperCase(), [statement]);
    }
  }
  return findings.map((finding) => {
    const named = [finding.advisory.id, ...finding.aliases].flatMap(
      (name) => byName.get(name.toUpperCase()) ?? [],
    );
    const applying = named.filter(({ products }) =>
      products.some((product) => isAbout(product, finding.component, subject)),
    );
    const verdict = latest(applying, statements);
    return verdict ? { finding, verdict } : { finding };
  });
}

/** Whether the verdict settles the matter: nothing is left to be done about the finding. */
export function isSettled(verdict: VexStatement | undefined): boolean {
  return verdict?.status === 'not_affected' || verdict?.status === 'fixed';
}

function isAbout(product: VexProduct, component: Component, subject: Component | undefined): boolean {
  if (product.parts) {
    const isHere = subject === undefined || isProduct(subject, product) || !isIdentified(subject);
    return isHere && product.parts.some((part) => isProduct(component, part));
  }
  return isProduct(component, product) || (subject !== undefined && isProduct(subject, product));
}

function isIdentified({ purl, cpe }: Component): boolean {
  return purl !== undefined || cpe !== undefined;
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
