import type { BenefitKind } from './case.ts';
import { addDays, type CivilDate, correspondingDay } from './civil-date.ts';
import type { Findings } from './findings.ts';
import { common } from './parameters/common.ts';
import type { Payment, Step } from './result.ts';
import type { Text } from './text.ts';
import { unconfirmed } from './unconfirmed.ts';

const jobCard: Text = { ja: 'ジョブ・カード（受講前）', en: 'job card (before the start)' };
const confirmation: Text = {
  ja: '受給資格確認票（受講前）',
  en: 'application to confirm eligibility (before the start)',
};
const claimForm: Text = { ja: '教育訓練給付金支給申請書', en: 'claim form' };
const certificate: Text = {
  ja: '教育訓練修了証明書（受講中の申請では受講証明書）',
  en: 'certificate of completion (of attendance for claims during the course)',
};
const receipt: Text = { ja: '教育訓練経費の領収書', en: 'receipt for the fee' };
const identity: Text = { ja: '本人・住所の確認書類', en: 'proof of identity and address' };
const qualification: Text = { ja: '資格取得を証明する書類', en: 'proof of the qualification' };
const wages: Text = { ja: '賃金の上昇を証明する書類', en: 'proof of the wage rise' };

/** What to bring: before the start, and with the claims. */
export function documentsFor(
  kind: BenefitKind,
  payments: readonly Pick<Payment, 'code'>[],
  findings: Findings,
): Text[] {
  if (kind === 'support' || kind === 'leave') return [];
  findings.doubt(unconfirmed.documents);
  const needed = kind === 'general' ? [] : [jobCard, confirmation];
  needed.push(claimForm, certificate, receipt, identity);
  if (payments.some(({ code }) => code === 'employed-top-up')) needed.push(qualification);
  if (payments.some(({ code }) => code === 'wage-top-up')) needed.push(wages);
  return needed;
}

/** 特定一般 and 専門実践 ask for the confirmation of eligibility before the training starts. */
export function stepsBefore(kind: BenefitKind, start: CivilDate, findings: Findings): Step[] {
  if (kind !== 'specified' && kind !== 'practical') return [];
  const months = findings.useIfInForce(common.confirmationMonths);
  const term = months ?? findings.use(common.confirmationDays);
  return [
    {
      code: 'confirm-eligibility',
      text: {
        ja: 'ジョブ・カードを作り、ハローワークで受給資格確認を受ける',
        en: 'Prepare a job card and have eligibility confirmed at Hello Work',
      },
      dueBy: months ? correspondingDay(start, -months.value) : addDays(start, -term.value),
      parameters: [term],
    },
  ];
}
