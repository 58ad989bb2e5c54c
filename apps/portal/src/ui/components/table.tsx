import type { Child } from 'hono/jsx';
import { required } from './required.ts';

interface TableProps {
  /** Content of the table; announced before its cells, and the name of its scrolling region. */
  caption: string;
  /** Whether the caption is visible; otherwise for screen readers only, because a heading says the same. */
  captionShown?: boolean;
  columns: { label: Child; numeric?: boolean }[];
  /** On narrow screens each row becomes a list with column names. */
  stacked?: boolean;
  /** The first cell of each row is its header. */
  rows: Child[][];
}

/** A table that scrolls in its own region on narrow screens, or whose rows are stacked. */
export function Table({ caption, captionShown = false, columns, stacked = false, rows }: TableProps) {
  required('Table', 'a caption', caption);
  for (const row of rows)
    if (row.length !== columns.length)
      throw new Error(`<Table> "${caption}" has ${columns.length} columns, but a row of ${row.length} cells`);
  return (
    <section class="table-frame" data-stacked={stacked || undefined} aria-label={caption} tabindex={0}>
      <table>
        <caption class={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th scope="col" class={numeric ? 'numeric' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([heading, ...cells]) => (
            <tr>
              <th scope="row">{heading}</th>
              {cells.map((cell, index) => {
                const { numeric, label } = columns[index + 1] ?? {};
                return (
                  <td
                    class={numeric ? 'numeric' : undefined}
                    data-column={stacked && typeof label === 'string' ? label : undefined}
                  >
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
