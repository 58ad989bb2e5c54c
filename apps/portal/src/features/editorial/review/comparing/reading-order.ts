import type { ComparedInput } from '../../../../platform/editing/form/comparison.ts';

/** Inputs grouped by review priority. */
export interface ReadingOrder {
  /** Inputs of fields that were commented on in the earlier version, changed or not. */
  asked: ComparedInput[];
  changed: ComparedInput[];
  unchanged: ComparedInput[];
}

/**
 * Groups the inputs of two versions by review priority. Omits inputs empty in both versions
 * unless they were commented on.
 * @param asked  names of the fields that were commented on in the earlier version
 */
export function readingOrder(inputs: readonly ComparedInput[], asked: ReadonlySet<string>): ReadingOrder {
  const order: ReadingOrder = { asked: [], changed: [], unchanged: [] };
  const answered = (field: string) => inputs.some((input) => input.field === field && input.after !== '');
  for (const input of inputs) {
    const empty = !input.changed && input.after === '';
    if (asked.has(input.field) && !(empty && answered(input.field))) order.asked.push(input);
    else if (input.changed) order.changed.push(input);
    else if (!empty) order.unchanged.push(input);
  }
  return order;
}
