import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { callText } from '../messages.ts';
import type { CampaignState } from '../views.ts';

const tones = {
  draft: 'neutral',
  planned: 'info',
  open: 'success',
  closed: 'neutral',
  withdrawn: 'neutral',
} as const;

/** State of a call for entries. */
export function CallStateLabel({ ctx, state }: { ctx: PageContext; state: CampaignState }) {
  return <StatusLabel tone={tones[state]}>{callText(ctx).text.state[state]}</StatusLabel>;
}
