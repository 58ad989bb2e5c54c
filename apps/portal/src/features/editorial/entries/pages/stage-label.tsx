import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { deskText } from '../messages.ts';
import type { EntryRow } from '../views.ts';

const tones = {
  draft: 'neutral',
  submitted: 'info',
  'in-review': 'info',
  'changes-requested': 'warning',
  scheduled: 'info',
  published: 'success',
  suspended: 'error',
  expired: 'error',
  withdrawn: 'neutral',
  declined: 'error',
} as const;

/** Where an entry stands. */
export function StageLabel({ ctx, stage }: { ctx: PageContext; stage: EntryRow['stage'] }) {
  return <StatusLabel tone={tones[stage]}>{deskText(ctx).text.stage[stage]}</StatusLabel>;
}
