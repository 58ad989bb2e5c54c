import type { RejectedRoute, RejectionCode } from './route.ts';

export function rejected(
  code: RejectionCode,
  roles: readonly (string | null)[],
  step: number,
  share: number,
  details: { readonly day?: string; readonly items?: number; readonly maxSteps?: number } = {},
): RejectedRoute {
  return { roles, code, step, share, message: messages[code]({ step, share, ...details }) };
}

interface Details {
  readonly step: number;
  readonly share: number;
  readonly day?: string;
  readonly items?: number;
  readonly maxSteps?: number;
}

const percent = (share: number) => `${Math.round(share * 100)}`;

const messages: Record<RejectionCode, (details: Details) => { ja: string; en: string }> = {
  'gap-over-limit': ({ step, share }) => ({
    ja: `${step}段目で足りないものが${percent(share)}％あり、1段の上限を超えます。`,
    en: `Step ${step} lacks ${percent(share)} %, more than a step may.`,
  }),
  'no-opening': ({ step, day }) => ({
    ja: `${step}段目の役割に${day === undefined ? '' : `${day}以降に`}空きがありません。`,
    en: `There is no opening for the role of step ${step}${day === undefined ? '' : ` from ${day}`}.`,
  }),
  'after-deadline': ({ step, day }) => ({
    ja: `${step}段目が終わるのは${day}で、期限に間に合いません。`,
    en: `Step ${step} ends on ${day}, after the deadline.`,
  }),
  'not-taught': ({ step, items }) => ({
    ja: `${step}段目で足りないもののうち${items}件は、受けられる講座がありません。`,
    en: `No programme that can be taken teaches ${items} of what step ${step} lacks.`,
  }),
  'too-many-steps': ({ maxSteps }) => ({
    ja: `講座だけで近づくには、${maxSteps}段では足りません。`,
    en: `By programmes alone the goal takes more than ${maxSteps} steps.`,
  }),
};
