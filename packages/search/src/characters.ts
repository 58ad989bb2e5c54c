/** What a folded code unit was before hiragana and katakana became one. */
export const Script = { Separator: 0, Word: 1, Kanji: 2, Katakana: 3, Hiragana: 4 } as const;
export type Script = (typeof Script)[keyof typeof Script];

/** The one separator a folded text knows. */
export const SPACE = 0x20;

/** True for the scripts written without spaces, which are indexed as pairs of characters. */
export function isUnspaced(script: number): boolean {
  return script >= Script.Kanji;
}

export function scriptOf(character: string): Script {
  if (/^[\p{Script=Han}〆]/u.test(character)) return Script.Kanji;
  if (/^\p{Script=Hiragana}/u.test(character)) return Script.Hiragana;
  if (/^[\p{Script=Katakana}ー]/u.test(character)) return Script.Katakana;
  if (/^[\p{L}\p{N}\p{M}]/u.test(character)) return Script.Word;
  return Script.Separator;
}

/** A mark that belongs to the character before it: accents, voicing marks, variation selectors. */
export function isMark(character: string): boolean {
  return /^[\p{M}\u{FF9E}\u{FF9F}\u{1160}-\u{11FF}]/u.test(character);
}

const KANJI_VARIANTS = [
  '髙高 﨑崎 國国 學学 會会 體体 證証 澤沢 濱浜 濵浜 廣広 邊辺 邉辺 齋斎 竊窃 攪撹 繫繋 頰頬 剝剥 塡填 瘦痩 麵麺 萬万 與与',
  '櫻桜 惠恵 德徳 澁渋 嶋島 曾曽 藪薮 檜桧 鷗鴎 搔掻 摑掴 噓嘘 萊莱 蠟蝋 應応 經経 濟済 營営 關関 發発 變変 實実 寫写 縣県',
  '區区 號号 續続 總総 戰戦 禪禅 傳伝 燈灯 豐豊 黨党 對対 圖図 團団 讀読 賣売 醫医 圓円 驛駅 鹽塩 歐欧 假仮 價価 繪絵 氣気',
  '歸帰 舊旧 據拠 擧挙 缺欠 檢検 權権 險険 顯顕 效効 雜雑 殘残 齒歯 釋釈 壽寿 收収 從従 獸獣 縱縦 處処 條条 狀状 淨浄 讓譲',
  '觸触 眞真 盡尽 圍囲 爲為 隱隠 榮栄 衞衛 鐵鉄 點点 轉転 當当 獨独 腦脳 拜拝 佛仏 寶宝 豫予 譽誉 來来 亂乱 覽覧 兩両 綠緑',
  '勵励 靈霊 齡齢 戀恋 勞労 樓楼 灣湾 藝芸',
];

/** Old and rare shapes of a kanji → the shape in common use. */
export const commonKanji: ReadonlyMap<string, string> = new Map(
  KANJI_VARIANTS.flatMap((line) => line.split(' ')).map((pair) => {
    const [variant = '', common = ''] = pair;
    return [variant, common];
  }),
);
