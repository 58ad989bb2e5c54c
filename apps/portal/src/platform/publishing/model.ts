import { done, type Outcome, refused } from '../outcome/outcome.ts';

/** State of a publication. */
export const states = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'scheduled',
  'published',
  'suspended',
  'expired',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

/** Actions on a publication. */
export const actions = [
  'submit',
  'start-review',
  'request-changes',
  'decline',
  'approve',
  'schedule',
  'publish-due',
  'hold',
  'publish-minor',
  'publish-urgent',
  'amend',
  'confirm',
  'expire',
  'suspend',
  'resume',
  'withdraw',
  'reopen',
] as const;
export type Action = (typeof actions)[number];

/** States in which an earlier revision may be public while a later one is edited or reviewed. */
const changing = ['draft', 'submitted', 'in-review', 'changes-requested', 'scheduled'] as const;

/** States from which an action is allowed, and the resulting state; `to` absent: unchanged. */
const steps: Record<Action, { from: readonly State[]; to?: State }> = {
  submit: { from: ['draft', 'changes-requested'], to: 'submitted' },
  'start-review': { from: ['submitted'], to: 'in-review' },
  'request-changes': { from: ['submitted', 'in-review'], to: 'changes-requested' },
  /** Returns to `published` if an earlier revision is still public. */
  decline: { from: ['submitted', 'in-review'], to: 'withdrawn' },
  approve: { from: ['in-review'], to: 'published' },
  schedule: { from: ['in-review'], to: 'scheduled' },
  'publish-due': { from: ['scheduled'], to: 'published' },
  /** Returns to the reviewer: a problem prevents publishing what was approved. */
  hold: { from: ['scheduled'], to: 'in-review' },
  'publish-minor': { from: ['published'], to: 'published' },
  /** By one person alone, for kinds that allow it. */
  'publish-urgent': { from: ['draft', 'changes-requested', 'published', 'expired'], to: 'published' },
  /** Changes only fields marked `amendable`, of the public revision and of one that is being changed. */
  amend: { from: [...changing, 'published'] },
  /** Concerns the public revision, even while it is being changed; shortly after expiry it is shown again. */
  confirm: { from: [...changing, 'published', 'expired'] },
  /** Removes the public revision; a change in progress continues. */
  expire: { from: [...changing, 'published'] },
  suspend: { from: [...changing, 'published'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'published' },
  withdraw: { from: [...changing, 'published', 'suspended', 'expired'], to: 'withdrawn' },
  reopen: { from: ['published', 'expired', 'withdrawn'], to: 'draft' },
};

/** Actions that judge someone's work, so somebody else must take them. */
const judgements: ReadonlySet<Action> = new Set(['approve', 'schedule', 'request-changes', 'decline']);

/** The actor, as far as the workflow needs to know. */
export interface Actor {
  id: string;
  /** Organisation the actor represents; null for staff and the system. */
  organisationId: string | null;
}

/** The system itself: loads content, publishes scheduled records, expires unrenewed ones. */
export const systemActor: Actor = { id: 'system', organisationId: null };

/** The facts of a publication that determine the allowed actions. */
export interface Standing {
  state: State;
  /** Everyone who worked on the revision concerned. */
  workers: readonly string[];
  ownerId: string | null;
}

/**
 * The state after an action.
 * @returns refused with `not-from-this-state`, or with `own-work` if someone would approve their own work or
 *   their own organisation's entry
 */
export function nextState(standing: Standing, action: Action, actor: Actor): Outcome<State> {
  const step = steps[action];
  if (!step.from.includes(standing.state))
    return refused({
      code: 'not-from-this-state',
      message: {
        ja: `この操作は、いまの状態（${standing.state}）ではできません。`,
        en: `This cannot be done while the entry is ${standing.state}.`,
      },
    });
  if (judgements.has(action) && isOwnWork(standing, actor))
    return refused({
      code: 'own-work',
      message: {
        ja: '自分や自分の組織の登録は審査できません。ほかの人に頼んでください。',
        en: 'Nobody judges their own entry or their organisation’s; ask somebody else.',
      },
    });
  return done(step.to ?? stateAfterDate(standing.state, action));
}

function stateAfterDate(state: State, action: Action): State {
  if (action === 'expire' && state === 'published') return 'expired';
  if (action === 'confirm' && state === 'expired') return 'published';
  return state;
}

function isOwnWork(standing: Standing, actor: Actor): boolean {
  if (standing.workers.includes(actor.id)) return true;
  return actor.organisationId !== null && actor.organisationId === standing.ownerId;
}

/** Actions possible from a state, for menus; `nextState` makes the decision. */
export function actionsFrom(state: State): Action[] {
  return actions.filter((action) => steps[action].from.includes(state));
}

/** Days after expiry in which confirming a record shows it again; later it must be reviewed. */
export const lateDays = 90;

/** Whether an expired record may still be confirmed. */
export function isStillConfirmable(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && now.getTime() - expiresAt.getTime() <= lateDays * 24 * 60 * 60 * 1_000;
}
