import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { webhookText } from '../messages.ts';
import type { DeliveryState, EndpointState } from '../model.ts';

const endpointTones = { active: 'success', paused: 'neutral', failing: 'error' } as const;
const deliveryTones = { waiting: 'info', delivered: 'success', failed: 'error' } as const;

export function EndpointStatus({ ctx, state }: { ctx: PageContext; state: EndpointState }) {
  return <StatusLabel tone={endpointTones[state]}>{webhookText(ctx).text.states[state]}</StatusLabel>;
}

export function DeliveryStatus({ ctx, state }: { ctx: PageContext; state: DeliveryState }) {
  return <StatusLabel tone={deliveryTones[state]}>{webhookText(ctx).text.deliveryStates[state]}</StatusLabel>;
}
