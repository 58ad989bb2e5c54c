import { answerJson, type BenefitResult, calculate, parseCase, renderTrace, yen } from '@kakehashi/benefits';
import { z } from 'zod';
import type { Language } from '../../../../platform/i18n/language.ts';
import { toolWords } from '../answer-messages.ts';
import { benefitAnswer } from '../answer-schemas.ts';
import { defineTool, languageInput, type Tool } from '../tool.ts';

const day = z.string().max(20).describe('YYYY-MM-DD');
const yenAmount = z.number().min(0).max(1_000_000_000);
const maxFees = 20;
const maxPeriods = 40;

const input = z.strictObject({
  kind: z
    .enum(['general', 'specified', 'practical', 'support', 'leave'])
    .describe(
      '一般教育訓練, 特定一般教育訓練, 専門実践教育訓練, 教育訓練支援給付金 (out of work, full-time training), 教育訓練休暇給付金 (unpaid leave for training)',
    ),
  start: day.describe('First day of the training or leave, YYYY-MM-DD; it decides which law applies'),
  fees: z
    .array(yenAmount)
    .max(maxFees)
    .optional()
    .describe('Yen. general, specified, practical: one fee for the whole course, or one for each six months'),
  months: z.number().max(600).optional().describe('Length of the course in months'),
  completedOn: day.optional().describe('Day of completion, YYYY-MM-DD'),
  fourYearCourse: z.boolean().optional().describe('practical: the legal minimum of the course is four years'),
  qualifiedOn: day.optional().describe('practical: day of the qualification, YYYY-MM-DD'),
  employedOn: day.optional().describe('practical: first day of insured employment, YYYY-MM-DD'),
  wageUpPercent: z
    .number()
    .max(1_000_000)
    .optional()
    .describe('practical: rise of wages after the training, %'),
  insuredYears: z
    .number()
    .max(1_000)
    .optional()
    .describe('Insured years up to the start; required for leave'),
  firstTime: z.boolean().optional().describe('No training benefit was ever received'),
  lastBenefitOn: day.optional().describe('Day the last training benefit was paid, YYYY-MM-DD'),
  leftWorkOn: day.optional().describe('Last day of employment; left out: insured on the start date'),
  extension: z
    .strictObject({
      reason: z.enum(['pregnancy', 'birth', 'childcare', 'illness', 'injury', 'other']),
      days: z.number().max(100_000).optional(),
    })
    .optional()
    .describe('Why training could not start within a year after leaving work'),
  earlierPractical: z
    .strictObject({ start: day, paid: yenAmount })
    .optional()
    .describe('An earlier practical training and the yen paid for it'),
  ageAtStart: z.number().max(200).optional().describe('support'),
  mode: z.enum(['day', 'evening', 'correspondence']).optional().describe('support'),
  basicDailyAllowance: yenAmount.optional().describe('基本手当日額 in yen; required for support and leave'),
  certifiedDays: z
    .array(z.number().max(1_000))
    .max(maxPeriods)
    .optional()
    .describe('Required for support: days certified as unemployed in each two months'),
  leaveDays: z.number().max(10_000).optional().describe('Required for leave: consecutive days'),
  unpaid: z.boolean().optional().describe('leave'),
  insuredMonthsInTwoYears: z.number().max(1_000).optional().describe('leave'),
  language: languageInput,
});

/** What 教育訓練給付 pays, worked out by rules with their dates; nothing of the case is kept. */
export function computeBenefitTool(): Tool {
  return defineTool({
    name: 'compute_benefit',
    title: 'Compute a training benefit / 教育訓練給付を計算する',
    description:
      'Computes what Japanese training benefits (教育訓練給付) pay for a course or leave: amounts, last days to claim, conditions, documents, with the article, the dated value and the source of every step. Leave out what is not known: it is reported as not examined, never guessed. It informs; Hello Work decides. / 教育訓練給付の支給額、申請期限、条件、書類を、条文と出典を付けて計算します。',
    input,
    output: benefitAnswer,
    answer({ language, ...described }) {
      const parsed = parseCase(described);
      if (!parsed.ok) {
        const faults = parsed.errors.map(({ field, text }) => `- ${field}: ${text[language]}`);
        return { ok: false, text: [toolWords(language).faultyCase, ...faults].join('\n') };
      }
      const result = calculate(parsed.case);
      // Written as JSON and read again: the schema is that of plain data, which the result's types are not.
      const value = benefitAnswer.parse(JSON.parse(JSON.stringify(answerJson(result))));
      return { ok: true, value, text: textOf(result, language) };
    },
  });
}

function textOf(result: BenefitResult, language: Language): string {
  const words = toolWords(language);
  return [
    words.eligibility(result.eligible),
    ...result.payments.map(
      ({ name, amount, dueBy, claimWithin }) =>
        `- ${name[language]}: ${yen(amount)[language]}${amount > 0 ? ` | ${words.claim(dueBy, claimWithin[language])}` : ''}`,
    ),
    words.total(yen(result.total)[language]),
    ...(result.outOfPocket === null ? [] : [words.outOfPocket(yen(result.outOfPocket)[language])]),
    ...result.reasons.map(({ status, text }) => `- [${status}] ${text[language]}`),
    ...result.steps.map(({ text, dueBy }) => `- ${text[language]} (${dueBy})`),
    `${words.why}:`,
    renderTrace(result.trace, language),
    ...result.unconfirmed.map(({ text }) => `- ${words.unconfirmed}: ${text[language]}`),
    words.rulesCheckedOn(result.rulesCheckedOn),
  ].join('\n');
}
