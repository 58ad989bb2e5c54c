import { done, type Outcome, refused } from '../outcome/outcome.ts';

/** Where a publication stands. */
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

/** What can be done with a publication. */
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
  'confirm',
  'expire',
  'suspend',
  'resume',
  'withdraw',
  'reopen',
] as const;
export type Action = (typeof actions)[number];

/** States in which an earlier revision may be shown while a later one is written or judged. */
const changing = ['draft', 'submitted', 'in-review', 'changes-requested', 'scheduled'] as const;

/** From which states an action may be taken, and where it leads; absent `to`: the state stays. */
const steps: Record<Action, { from: readonly State[]; to?: State }> = {
  submit: { from: ['draft', 'changes-requested'], to: 'submitted' },
  'start-review': { from: ['submitted'], to: 'in-review' },
  'request-changes': { from: ['submitted', 'in-review'], to: 'changes-requested' },
  /** Leads back to `published` where an earlier revision is still shown. */
  decline: { from: ['submitted', 'in-review'], to: 'withdrawn' },
  approve: { from: ['in-review'], to: 'published' },
  schedule: { from: ['in-review'], to: 'scheduled' },
  'publish-due': { from: ['scheduled'], to: 'published' },
  /** Back to its reviewer: something came up that keeps what was approved from the public. */
  hold: { from: ['scheduled'], to: 'in-review' },
  'publish-minor': { from: ['published'], to: 'published' },
  /** By one person alone, of kinds that allow it. */
  'publish-urgent': { from: ['draft', 'changes-requested', 'published', 'expired'], to: 'published' },
  /** Of what the public sees, whatever is being changed of it; soon after it expired it is shown again. */
  confirm: { from: [...changing, 'published', 'expired'] },
  /** Of a record that is being changed what the public sees goes, and the change goes on. */
  expire: { from: [...changing, 'published'] },
  suspend: { from: [...changing, 'published'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'published' },
  withdraw: { from: [...changing, 'published', 'suspended', 'expired'], to: 'withdrawn' },
  reopen: { from: ['published', 'expired', 'withdrawn'], to: 'draft' },
};

/** Actions that make a judgement on somebody's work, and so need somebody else. */
const judgements: ReadonlySet<Action> = new Set(['approve', 'schedule', 'request-changes', 'decline']);

/** Who acts, as far as the workflow must know. */
export interface Actor {
  id: string;
  /** Organisation the actor speaks for; null for the body's own staff and the system. */
  organisationId: string | null;
}

/** The body's own hand: loads content, publishes what is due, expires what was not renewed. */
export const systemActor: Actor = { id: 'system', organisationId: null };

/** The facts of a publication that decide what may happen to it. */
export interface Standing {
  state: State;
  /** Everybody who worked on what is in question. */
  workers: readonly string[];
  ownerId: string | null;
}

/**
 * The state a publication is in after an action.
 * @returns refused with `not-from-this-state`, or `own-work` where somebody would approve what they
 *          worked on themselves, or their own organisation's entry
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
  return done(step.to ?? stayingOrGone(standing.state, action));
}

function stayingOrGone(state: State, action: Action): State {
  if (action === 'expire' && state === 'published') return 'expired';
  if (action === 'confirm' && state === 'expired') return 'published';
  return state;
}

function isOwnWork(standing: Standing, actor: Actor): boolean {
  if (standing.workers.includes(actor.id)) return true;
  return actor.organisationId !== null && actor.organisationId === standing.ownerId;
}

/** The actions open from a state to anybody, for menus; `nextState` decides. */
export function actionsFrom(state: State): Action[] {
  return actions.filter((action) => steps[action].from.includes(state));
}

/** Days after it expired in which a record is shown again when its operator confirms it; later it is reviewed anew. */
export const lateDays = 90;

/** Whether a record that expired may still be confirmed. */
export function isStillConfirmable(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && now.getTime() - expiresAt.getTime() <= lateDays * 24 * 60 * 60 * 1_000;
}
