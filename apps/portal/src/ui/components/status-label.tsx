import type { Child } from 'hono/jsx';

type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

/** A state as a word with a colour, never a colour alone. */
export function StatusLabel({ tone = 'neutral', children }: { tone?: StatusTone; children: Child }) {
  return (
    <span class="status-label" data-tone={tone}>
      {children}
    </span>
  );
}
