import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { linkText } from '../messages.ts';
import type { CheckedLink } from '../model.ts';
import { LinkResult } from './link-result.tsx';

/** Links of an entry, for its reviewer. */
export function LinkPanel({ ctx, links }: { ctx: PageContext; links: readonly CheckedLink[] }) {
  const { text, label } = linkText(ctx);
  return (
    <section>
      <h2>{text.panel}</h2>
      {links.length === 0 ? (
        <p>{text.noLinks}</p>
      ) : (
        <>
          <p>{text.panelLead}</p>
          <Table
            stacked
            caption={label.panel}
            columns={[{ label: text.columns.url }, { label: text.columns.what }]}
            rows={links.map(({ url, state }) => [
              <a href={url} rel="noreferrer nofollow">
                {url}
              </a>,
              <LinkResult ctx={ctx} state={state} />,
            ])}
          />
        </>
      )}
    </section>
  );
}
