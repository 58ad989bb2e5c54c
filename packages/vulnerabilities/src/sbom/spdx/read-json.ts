import { JsonStream, outermostLists } from '../json/json-stream.ts';
import { isObject } from '../json/json-value.ts';
import { missing, notOfType } from '../problem.ts';
import type { ReadLimits, Sbom } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';
import type { Warnings } from '../warnings.ts';
import { SpdxBill } from './spdx-bill.ts';

/** Reads SPDX 2 in its JSON notation. */
export async function readSpdxJson(
  source: AsyncIterable<Uint8Array>,
  version: string,
  limits: ReadLimits,
  warnings: Warnings,
  places = false,
): Promise<Sbom> {
  const bill = new SpdxBill(warnings, limits, version, places);
  const stream = new JsonStream(
    limits,
    outermostLists,
    (item) => {
      const { list, pointer, value } = item;
      if (list === '/documentDescribes') {
        if (typeof value === 'string') bill.describes(value);
        return;
      }
      if (!isObject(value)) {
        warnings.violation(notOfType(value, 'object'), pointer);
      } else if (list === '/packages') bill.package(value, pointer, item);
      else if (list === '/relationships') bill.relationship(value, pointer);
      else if (list === '/files' || list === '/snippets') bill.element(value, pointer);
    },
    warnings.repeatedName,
  );
  for await (const piece of source) stream.push(piece);
  const root = stream.end();
  if (!isObject(root)) throw new SbomError('unknown-format', '1:1');
  bill.document(root, '');
  if (root.spdxVersion === undefined) warnings.violation(missing('document', ['spdxVersion']), '/');
  return bill.finished('SPDX JSON', version.replace('SPDX-', ''));
}
