import type { PageContext } from '../../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../../ui/components/breadcrumb.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { Shell } from '../../../../../ui/shell/shell.tsx';
import { writeCount } from '../../../../../ui/text/count.ts';
import { gapMapText } from '../messages.ts';
import { gapMapPaths } from '../paths.ts';
import type { CountedView } from '../presenting/counted-view.ts';

/** The programmes that a number of seats was counted from. */
export function CountedPage({ ctx, view }: { ctx: PageContext; view: CountedView }) {
  const { text, label } = gapMapText(ctx);
  const { columns } = label.counted;
  return (
    <Shell
      ctx={ctx}
      title={label.counted.title}
      description={label.counted.lead(view.place)}
      styles={['plus-security']}
    >
      <div class="container page">
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: text.menu, href: ctx.href(gapMapPaths.map) }]}
          current={text.counted.title}
        />
        <h1>{text.counted.title}</h1>
        <p class="page-lead">{text.counted.lead(view.place || label.counted.everything)}</p>
        {view.programmes.length === 0 ? (
          <p>{text.counted.none}</p>
        ) : (
          <>
            <p>
              <strong>{text.counted.total(writeCount(view.seats))}</strong>
            </p>
            <Table
              stacked
              caption={label.counted.title}
              columns={[
                { label: columns.programme },
                { label: columns.seats, numeric: true },
                { label: columns.runs, numeric: true },
                { label: columns.without, numeric: true },
                { label: columns.anyTime },
              ]}
              rows={view.programmes.map((programme) => [
                <a href={ctx.href(programme.href)}>{programme.title}</a>,
                writeCount(programme.seats),
                writeCount(programme.runs),
                writeCount(programme.withoutSeats),
                programme.anyTime ? text.counted.yes : text.counted.no,
              ])}
            />
          </>
        )}
        <p>
          <a href={ctx.href(gapMapPaths.map)}>{text.counted.back}</a>
        </p>
      </div>
    </Shell>
  );
}
