import type { Stage } from '../../platform/editing/entry.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { StatusLabel } from '../components/status-label.tsx';
import { editingWords } from './messages.ts';

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

/** Label of an entry's stage. */
export function StageLabel({ ctx, stage }: { ctx: PageContext; stage: Stage }) {
  return <StatusLabel tone={tones[stage]}>{editingWords(ctx).text.stage[stage]}</StatusLabel>;
}
