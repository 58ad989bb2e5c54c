import { fieldNames, type Text } from '@kakehashi/benefits';
import { caseOptions } from './case-options.ts';

const opening: Text = {
  ja: `使い方: kakehashi benefit --kind 専門実践 --start 2024-10-01 --fee 500000 --fee 500000 [--json]
        kakehashi benefit --file cases.csv [--json]

--fee は1つなら講座全体の費用、くり返すと6か月ごとの費用です。専門実践で1つだけのときは、
--months があれば期間に等分し、なければ1つの6か月の費用として計算します。
指定しない条件は「確かめていない」とし、金額は条件を満たすものとして計算します。
--left-work-on がなければ、開始日に雇用保険に加入しているものとします。
--file はUTF-8かShift_JISのCSVで、見出しは下のオプション名か項目名です（費用は fee1, fee2, …）。
終了コード: 0 計算した（受給資格がない場合も）、2 入力の誤り（ファイルでは1行でも誤りがあるとき）
`,
  en: `Usage: kakehashi benefit --kind practical --start 2024-10-01 --fee 500000 --fee 500000 [--json]
       kakehashi benefit --file cases.csv [--json]

One --fee is for the whole course; repeated, one for each six months. One fee for practical training
is spread over --months where given, and otherwise taken for a single six-month period.
Conditions not described are reported as not examined; amounts hold if they are met.
Without --left-work-on the person is taken to be insured on the start date.
--file takes CSV in UTF-8 or Shift_JIS, headed by the option names below (fees: fee1, fee2, …).
Exit: 0 calculated (also where not eligible), 2 bad input (of a file: any row)
`,
};

function helpIn(language: keyof Text): string {
  const options = Object.entries(caseOptions).map(([name, { field, flag, many, example }]) => {
    const again = many === true ? { ja: '（くり返せます）', en: ' (may be repeated)' }[language] : '';
    const usage = flag === true ? `--${name}` : `--${name} ${example}`;
    return `  ${usage}\n      ${fieldNames[field][language]}${again}`;
  });
  return [opening[language], ...options, '  --file cases.csv', '  --json'].join('\n');
}

export const benefitHelp: Text = { ja: helpIn('ja'), en: helpIn('en') };
