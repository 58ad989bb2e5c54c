import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { linkText } from '../messages.ts';
import { isAlive, type LinkState } from '../model.ts';

/** Short result of checking a link. */
export function LinkResult({ ctx, state }: { ctx: PageContext; state: LinkState | undefined }) {
  const { text } = linkText(ctx);
  if (!state) return <StatusLabel tone="neutral">{text.notYet}</StatusLabel>;
  if (isAlive(state))
    return (
      <>
        <StatusLabel tone="success">{text.alive}</StatusLabel>
        {state.movedTo && <span class="quiet"> {text.movedTo(state.movedTo)}</span>}
      </>
    );
  if (state.failures === 0) return <StatusLabel tone="neutral">{text.uncertain}</StatusLabel>;
  const failure = (text.failures as Record<string, string>)[state.failure ?? ''] ?? state.failure;
  return (
    <StatusLabel tone="error">{state.status === null ? failure : text.status(state.status)}</StatusLabel>
  );
}
