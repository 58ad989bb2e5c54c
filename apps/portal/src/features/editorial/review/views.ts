import type { Decision } from '../../../platform/editing/decision.ts';
import type { Stage } from '../../../platform/editing/entry.ts';
import type { ComparedInput } from '../../../platform/editing/form/comparison.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { CommentView } from '../../../ui/editing/comments.tsx';
import type { SimilarEntry } from '../../../ui/editing/similar-entries.tsx';
import type { Criterion, EnteredCall } from '../calls/index.ts';
import type { EventView, EvidenceView } from '../entries/index.ts';
import type { CheckedLink } from '../links/index.ts';
import type { comparedWith, ReviewedVersion } from './comparing/earlier-versions.ts';

export type ReviewNotice = 'assigned' | 'handed-back' | 'commented' | Decision['action'];

export interface ReviewView {
  id: string;
  title: string | undefined;
  stage: Stage;
  organisation: string | undefined;
  reviewer: { id: string; name: string; isUser: boolean } | undefined;
  inputs: readonly ComparedInput[];
  /** Possible duplicates. */
  similar: readonly SimilarEntry[];
  /** Broken links in its texts. */
  brokenLinks: readonly { input: string; label: Label; address: string }[];
  /** Version compared with; undefined if there is none. */
  against: (typeof comparedWith)[number] | undefined;
  /** Versions it can be compared with. */
  offered: readonly (typeof comparedWith)[number][];
  /** Version decided on before it was sent again. */
  reviewed: Pick<ReviewedVersion, 'number' | 'reason' | 'decidedAt'> | undefined;
  /** Number of the revision, and the last sending. */
  sent: { number: number; last: Pick<EventView, 'at' | 'reason'> | undefined };
  comments: readonly CommentView[];
  evidence: EvidenceView;
  links: readonly CheckedLink[];
  /** Whether some of them block publication. */
  blocked: boolean;
  may: { take: boolean; handBack: boolean; comment: boolean; decide: boolean };
  /** Other possible reviewers. */
  assignable: readonly { id: string; name: string }[];
  deadline: { at: Date; over: boolean } | undefined;
  /** Its current or last call. */
  call: EnteredCall | undefined;
  criteria: readonly Criterion[];
  conflicted: boolean;
  /** Whether the user has a part in the entry. */
  own: boolean;
  /** What was just done. */
  notice: ReviewNotice | undefined;
  problems: readonly Problem[];
  formValues: { reason: string; at: string; despite: string; met: readonly string[] };
}
