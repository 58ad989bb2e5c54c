import type { Child } from 'hono/jsx';
import type { SentForm } from '../../platform/web/page-routes.ts';
import { Button } from './button.tsx';

/** A rejected form that can be sent again unchanged. */
export function SendAgain({ sent, children }: { sent: SentForm; children: Child }) {
  return (
    <form method="post" action={sent.action}>
      {sent.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="form-actions">
        <Button>{children}</Button>
      </div>
    </form>
  );
}
