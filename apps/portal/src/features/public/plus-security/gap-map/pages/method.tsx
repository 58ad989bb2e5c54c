import type { PageContext } from '../../../../../platform/web/page-context.ts';
import { SectionHeading } from '../../../../../ui/components/section-heading.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { writeCount } from '../../../../../ui/text/count.ts';
import { gapMapText } from '../messages.ts';

/** How each number comes about, with its formula. */
export function Method({ ctx }: { ctx: PageContext }) {
  const { method } = gapMapText(ctx).text;
  return (
    <section class="section" aria-labelledby="method">
      <SectionHeading id="method">{method.heading}</SectionHeading>
      <ul class="gap-method">
        <li>{method.demand}</li>
        <li>{method.supply}</li>
        <li>{method.supplyOnce}</li>
        <li>
          {method.gap} <code>{method.formula}</code>
        </li>
        <li>{method.hidden}</li>
        <li>{method.totals}</li>
        <li>{method.releases}</li>
        <li>{method.tables}</li>
      </ul>
    </section>
  );
}

/** Of the report of December 2021 on the measures of that year. */
const reported = {
  practical: { courses: 2_584, recipients: 23_251 },
  specified: { courses: 484, recipients: 1_647 },
  general: { courses: 11_177, recipients: 89_011 },
} as const;
const digital = { courses: 408, finished: 4_591 };

/** Dated figures of the market that no number of the map is made of. */
export function Reference({ ctx }: { ctx: PageContext }) {
  const { text, label } = gapMapText(ctx);
  const { reference } = text;
  return (
    <section class="section" aria-labelledby="reference">
      <SectionHeading id="reference">{reference.heading}</SectionHeading>
      <p>{reference.lead}</p>
      <Table
        stacked
        caption={label.reference.caption}
        columns={[
          { label: label.reference.columns.kind },
          { label: label.reference.columns.courses },
          { label: label.reference.columns.recipients },
        ]}
        rows={(Object.keys(reported) as (keyof typeof reported)[]).map((kind) => [
          reference.kinds[kind],
          writeCount(reported[kind].courses),
          reference.recipients[kind](writeCount(reported[kind].recipients)),
        ])}
      />
      <p>{reference.digital(writeCount(digital.courses), writeCount(digital.finished))}</p>
      <p class="quiet">{reference.source}</p>
    </section>
  );
}
