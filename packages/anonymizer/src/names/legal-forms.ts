/** What an organisation's name says of its legal form. */
const LEGAL_FORMS = [
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
  '合名会社',
  '一般社団法人',
  '公益社団法人',
  '一般財団法人',
  '公益財団法人',
  '社団法人',
  '財団法人',
  '国立研究開発法人',
  '独立行政法人',
  '地方独立行政法人',
  '国立大学法人',
  '公立大学法人',
  '学校法人',
  '医療法人社団',
  '医療法人財団',
  '医療法人',
  '社会医療法人',
  '社会福祉法人',
  '宗教法人',
  '特定非営利活動法人',
  'NPO法人',
  '税理士法人',
  '弁護士法人',
  '監査法人',
  '農業協同組合',
  '生活協同組合',
  '協同組合',
  '(株)',
  '（株）',
  '㈱',
  '(有)',
  '（有）',
  '㈲',
  '(同)',
  '（同）',
] as const;

/** A pattern of all legal forms, the longest first. */
export const FORMS = LEGAL_FORMS.map((form) => form.replace(/[()]/g, '\\$&'))
  .sort((a, b) => b.length - a.length)
  .join('|');
const ANY_FORM = new RegExp(FORMS, 'u');

export function hasLegalForm(name: string): boolean {
  return ANY_FORM.test(name);
}

/** What a company is to somebody, before its name: 委託先, 保守会社. */
export const BEFORE_COMPANY = new RegExp(
  `^(?!${FORMS})[\\p{Script=Han}]{0,6}(?:先|業者|会社|企業|大手|元請|下請|メーカー|ベンダー|ベンダ|事業者)の?(?!${FORMS})(?=[\\p{Script=Han}\\p{Script=Katakana}A-Za-z])`,
  'u',
);

const LATIN_FORMS =
  /[,.]?\s*(?:Inc|Corp|Corporation|Co|Ltd|LLC|Limited|Company|GmbH|AG|S\.?A|PLC|K\.?K)\b\.?/giu;

/** A name without its legal form; the name itself where nothing would be left. */
export function withoutLegalForm(name: string): string {
  let rest = name;
  for (const form of LEGAL_FORMS) rest = rest.replaceAll(form, '');
  rest = rest.replace(LATIN_FORMS, '').trim();
  return rest === '' ? name : rest;
}

/** Endings that many organisations share: what stands before them is the name proper. */
const COMMON_ENDINGS = [
  'ホールディングス',
  'グループ',
  'システムズ',
  'システム',
  'テクノロジーズ',
  'テクノロジー',
  'ソリューションズ',
  'ソリューション',
  'サービス',
  'コーポレーション',
  'カンパニー',
  'インターナショナル',
  'ジャパン',
  '製作所',
  '工業',
  '産業',
  '商事',
  '商会',
  '商店',
  '建設',
  '電機',
  '電気',
  '電子',
  '電力',
  '化学',
  '製薬',
  '薬品',
  '食品',
  '物産',
  '物流',
  '運輸',
  '運送',
  '倉庫',
  '鉄道',
  '銀行',
  '信用金庫',
  '信用組合',
  '証券',
  '不動産',
  '出版',
  '新聞社',
  '新聞',
  '放送',
  '印刷',
  '機械',
  '精機',
  '精密',
  '金属',
  '鉄工所',
  '鉄工',
  '製鉄',
  '重工業',
  '重工',
  '自動車',
  '自動車工業',
  '総合病院',
  '市民病院',
  '中央病院',
  '記念病院',
  '大学病院',
  '病院',
  '医院',
  'クリニック',
  '診療所',
  '大学院',
  '大学',
  '高等学校',
  '高校',
  '中学校',
  '小学校',
  '学園',
  '学院',
  '研究所',
  '研究センター',
  'センター',
  '協会',
  '協議会',
  '組合',
  '連盟',
  '連合会',
  '財団',
  '機構',
  '事務所',
  '市役所',
  '町役場',
  '村役場',
  '県庁',
  '工場',
  '支店',
  '支社',
  '本社',
  '営業所',
] as const;

/** What is left of an organisation's name without form and common ending: 株式会社山田製作所 is 山田. */
export function distinctivePart(name: string): string {
  let rest = withoutLegalForm(name);
  for (let again = true; again; ) {
    again = false;
    for (const ending of COMMON_ENDINGS) {
      if (!rest.endsWith(ending) || rest.length - ending.length < 2) continue;
      rest = rest.slice(0, -ending.length);
      again = true;
      break;
    }
  }
  return rest;
}
