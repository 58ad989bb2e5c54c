interface Named {
  id: string;
  title: string;
  summary: string;
  page: string;
  sample: boolean;
}

interface Dated {
  date: string;
  lastDay: string;
  label: string;
  title: string;
  page: string;
  record: Named | null;
}

const line = ({ title, summary, page, id, sample }: Named) =>
  `- ${sample ? '［見本］' : ''}${title}（${id}）：${summary} ${page}`;

export const ja = {
  found: (total: number, relaxed: boolean) =>
    total === 0
      ? '見つかりませんでした。ことばを短くするか、条件を減らしてください。'
      : `${total}件見つかりました。${relaxed ? 'すべてのことばを含むものはなく、一部を含むものです。' : ''}`,
  maybeHappened: (title: string, id: string) =>
    `「${title}」のことなら、先に find_help を situation: ${id} で呼んでください。`,
  item: line,
  otherSpellings: (words: readonly string[]) => `ほかの書き方: ${words.join('、')}`,
  more: (offset: number) => `続きは offset: ${offset} で読めます。`,
  unknownValue: (facet: string, word: string, choices: string) =>
    `${facet} に「${word}」という値はありません。使える値: ${choices}`,
  noSuchRecord: (id: string) =>
    `「${id}」という識別子のものはありません。search の結果の id をそのまま渡してください。`,
  noSituation: (words: string) =>
    `「${words}」に当たる状況が見つかりませんでした。次から選び、その id で find_help を呼んでください。`,
  chooseSituation: '何が起きたかを選び、その id で find_help を呼んでください。',
  doFirst: 'まずすること',
  doNot: 'しないこと',
  call: '相談先',
  keep: '残しておくもの',
  next: 'このあと',
  emergency: '緊急のとき',
  openNow: (until: string | null) => (until ? `いま受付中（${until} まで）` : 'いま受付中'),
  closedNow: (from: string | null) => `いまは受付時間外${from ? `（${from} から）` : ''}`,
  faultyCase: '計算できません。次を直してください。',
  eligibility: (eligible: boolean | null) =>
    eligible === null
      ? '受給資格: 確かめていない条件があります。金額は、条件を満たす場合のものです。'
      : `受給資格: 条件を満たして${eligible ? 'います' : 'いません'}。`,
  claim: (dueBy: string | null, within: string) =>
    dueBy ? `申請は${dueBy}まで（${within}）` : `申請: ${within}`,
  total: (amount: string) => `支給の合計: ${amount}`,
  outOfPocket: (amount: string) => `自己負担: ${amount}`,
  why: '計算の根拠',
  unconfirmed: '要確認（ハローワークにお尋ねください）',
  rulesCheckedOn: (day: string) => `規則を確認した日: ${day}。決めるのはハローワークです。`,
  unknownRegion: (place: string) =>
    `「${place}」という地域はありません。都道府県の名前（東京都）かコード（13）を渡してください。`,
  endBeforeStart: (from: string, to: string) => `to（${to}）が from（${from}）より前です。`,
  datesFound: (total: number, from: string) =>
    total === 0 ? `${from} 以降の日程はありません。` : `${from} 以降の日程は${total}件です。`,
  tooManyYears: (most: number) => `一度に調べられるのは${most}年までです。`,
  dated: ({ date, lastDay, label, title, page, record }: Dated) =>
    `- ${date}${lastDay === date ? '' : `〜${lastDay}`} ${label} ${record ? line(record).slice(2) : `${title} ${page}`}`,
};
