import { type BenefitResult, type Language, renderTrace, type Text, yen } from '@kakehashi/benefits';

const words = {
  eligible: { ja: '受給資格', en: 'Eligibility' },
  payments: { ja: '支給額と申請期限', en: 'Payments and deadlines' },
  total: { ja: '支給の合計', en: 'Total' },
  outOfPocket: { ja: '自己負担', en: 'Left to pay' },
  reasons: { ja: '条件', en: 'Conditions' },
  steps: { ja: '受講前にすること', en: 'Before the start' },
  documents: { ja: '必要な書類', en: 'Documents' },
  trace: { ja: '計算の根拠', en: 'Why' },
  notes: { ja: '入力の読み方', en: 'How the input was read' },
  unconfirmed: { ja: '要確認（ハローワークにお尋ねください）', en: 'To be confirmed (ask Hello Work)' },
  secondary: { ja: '［二次資料で確認］', en: '[supported by secondary sources] ' },
  checkedOn: { ja: '規則を確認した日', en: 'Rules checked on' },
  by: { ja: 'まで', en: '' },
} satisfies Record<string, Text>;

const eligibility: Record<'true' | 'false' | 'null', Text> = {
  true: { ja: '条件を満たしています', en: 'all conditions are met' },
  false: { ja: '条件を満たしていません', en: 'a condition is not met' },
  null: {
    ja: '確かめていない条件があります。金額は、条件を満たす場合のものです',
    en: 'not all conditions were examined; the amounts hold if they are met',
  },
};

const marks = { met: '○', 'not-met': '×', 'not-examined': '？' };

/** The answer for a terminal, in one language. */
export function answerText(result: BenefitResult, language: Language): string {
  const inLanguage = (text: Text) => text[language];
  const lines = [`${inLanguage(words.eligible)}: ${inLanguage(eligibility[`${result.eligible}`])}`];
  const section = (heading: Text, items: readonly string[]) => {
    if (items.length > 0) lines.push('', inLanguage(heading), ...items.map((item) => `  ${item}`));
  };
  section(
    words.payments,
    result.payments.map(({ name, amount, dueBy, claimWithin }) => {
      const due =
        dueBy === null
          ? inLanguage(claimWithin)
          : `${dueBy}${inLanguage(words.by)} (${inLanguage(claimWithin)})`;
      return `${inLanguage(name)}: ${inLanguage(yen(amount))}${amount === 0 ? '' : `  ${due}`}`;
    }),
  );
  lines.push('', `${inLanguage(words.total)}: ${inLanguage(yen(result.total))}`);
  if (result.outOfPocket !== null)
    lines.push(`${inLanguage(words.outOfPocket)}: ${inLanguage(yen(result.outOfPocket))}`);
  section(
    words.reasons,
    result.reasons.map(({ status, text }) => `${marks[status]} ${inLanguage(text)}`),
  );
  section(
    words.steps,
    result.steps.map(({ text, dueBy }) => `${inLanguage(text)}: ${dueBy}${inLanguage(words.by)}`),
  );
  section(words.documents, result.documents.map(inLanguage));
  section(words.trace, renderTrace(result.trace, language).split('\n'));
  section(
    words.notes,
    result.notes.map(({ text }) => inLanguage(text)),
  );
  section(
    words.unconfirmed,
    result.unconfirmed.map(
      ({ text, source }) => `${source ? inLanguage(words.secondary) : ''}${inLanguage(text)}`,
    ),
  );
  lines.push('', `${inLanguage(words.checkedOn)}: ${result.rulesCheckedOn}`);
  return `${lines.join('\n')}\n`;
}
