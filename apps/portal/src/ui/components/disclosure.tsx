import type { Child } from 'hono/jsx';

interface DisclosureProps {
  summary: Child;
  open?: boolean;
  children: Child;
}

/** Additional content, expanded in place. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
