import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { mailText } from '../messages.ts';
import type { Destination, MessageSummary } from '../views.ts';

const tones = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'error',
  uncertain: 'warning',
} as const;

interface StateLabelProps {
  ctx: PageContext;
  state: MessageSummary['state'];
  destination: Destination;
}

export function StateLabel({ ctx, state, destination }: StateLabelProps) {
  const { text } = mailText(ctx);
  const written = state === 'sent' && destination === 'file';
  return <StatusLabel tone={tones[state]}>{written ? text.written : text.states[state]}</StatusLabel>;
}
