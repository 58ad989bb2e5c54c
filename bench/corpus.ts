/**
 * Japanese text by the yard for benchmarks: words drawn from a long-tailed vocabulary of real and made-up
 * words in all scripts, joined by particles and inflections into sentences. The same seed gives the same text.
 */
import { fold } from '../packages/search/src/index.ts';

const HEADWORDS =
  '情報 対策 被害 攻撃 企業 組織 利用 管理 確認 安全 個人 相談 支援 機関 地域 教育 研修 講座 人材 育成 資格 試験 設定 更新 認証 暗号 通信 電話 電子 署名 送信 受信 添付 不正 侵入 検知 監視 防御 復旧 報告 届出 窓口 無料 動画 教材 学校 児童 生徒 保護者 高齢者 中小企業 経営者 担当者 責任者 技術者 開発 運用 保守 契約 委託 取引先 供給網 脆弱性 修正 公開 非公開 注意 喚起 警戒 詐欺 偽装 改ざん 漏えい 紛失 盗難 故障 障害 停電 災害 訓練 演習 計画 方針 規程 法律 条例 制度 補助金 給付 申請 手続 問合せ 東京都 京都府 大阪府 北海道 日本 世界 国際 標準 基準 評価 診断 検査 監査 証明 権限 管理者 端末 機器 装置 画面 印刷 記録 保存 削除 複製 共有 公表 発表 開催 参加 募集 応募 案内'.split(
    ' ',
  );
const LOANWORDS =
  'サーバー パスワード メール ウイルス ランサムウェア フィッシング セキュリティ サイバー インターネット スマートフォン パソコン アプリ ソフトウェア ハードウェア クラウド データ バックアップ ネットワーク ファイアウォール ルーター カメラ アカウント ログイン ログ プログラム システム サービス サポート トラブル リスク マネジメント ガイドライン チェックリスト セミナー ワークショップ イベント オンライン テレワーク ボランティア キャリア スキル リテラシー キーワード ダウンロード アップデート インストール ブラウザー リンク サイト ページ ホームページ ショッピング クレジットカード ポイント キャンペーン ゲーム チャット グループ メッセージ コミュニティ センター ヘルプデスク マニュアル テキスト ビデオ クイズ カレンダー'.split(
    ' ',
  );
const LETTERS =
  'IT ICT IoT AI SNS VPN Wi-Fi USB PC OS Windows Linux iPhone Android LINE QR CSIRT PSIRT SBOM DX IPA JPCERT NISC ISMS ISO27001 GDPR PDF Web URL HTTPS DNS IP EDR CVE MFA security phishing ransomware password cloud'.split(
    ' ',
  );
const VERBS =
  '守る 使う 使い回す 問い合わせる 申し込む 受け取る 見つける 調べる 学ぶ 教える 備える 防ぐ 狙う 盗む 送る 開く 押す 書き換える 取り扱う 引き起こす 組み合わせる 切り替える 見直す 届け出る 支払う 育てる 広げる 伝える 続ける 始める'.split(
    ' ',
  );
const PARTICLES = 'の の の を に は が で と も から まで では による への として における について'.split(
  ' ',
);
const ENDINGS =
  'します。 しています。 しました。 です。 してください。 できます。 があります。 されています。 が重要です。 を行います。 ましょう。'.split(
    ' ',
  );
const JOYO =
  '一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話悪安暗医委意育員院飲運泳駅央横屋温化荷界開階寒感漢館岸起期客究急級宮球去橋業曲局銀区苦具君係軽血決研県庫湖向幸港号根祭皿仕死使始指歯詩次事持式実写者主守取酒受州拾終習集住重宿所暑助昭消商章勝乗植申身神真深進世整昔全相送想息速族他打対待代第題炭短談着注柱丁帳調追定庭笛鉄転都度投豆島湯登等動童農波配倍箱畑発反坂板皮悲美鼻筆氷表秒病品負部服福物平返勉放味命面問役薬由油有遊予羊洋葉陽様落流旅両緑礼列練路和';

/** A generator of numbers from 0 up to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Draws an index below `size`, small ones far more often, as words of a language are drawn (Zipf). */
function longTailed(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1);
}

const KATAKANA =
  'アイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモラリルレロワンガギグゲゴザジズダデドバビブベボパピプペポ';

function rareWords(random: () => number, count: number): string[] {
  return Array.from({ length: count }, () => {
    const kind = random();
    const length = 2 + Math.floor(random() * 3);
    const source = kind < 0.7 ? JOYO : KATAKANA;
    let word = '';
    for (let i = 0; i < (kind < 0.7 ? length : length + 1); i++)
      word += source[Math.floor(random() * source.length)];
    return kind > 0.95 ? `${word.length}${Math.floor(random() * 3000)}` : word;
  });
}

export interface CorpusDocument {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly purposes: readonly string[];
}

const KINDS = ['initiative', 'feature', 'programme', 'case', 'answer'];
const PURPOSES = ['know', 'protect', 'consult', 'respond', 'train', 'qualify', 'hire', 'compete', 'teach'];

/** Documents of about `length` characters in the body, made one at a time. */
export function* corpus(count: number, length: number, seed = 1): Generator<CorpusDocument> {
  const random = randomNumbers(seed);
  const common = [...HEADWORDS, ...LOANWORDS, ...LETTERS, ...VERBS];
  // Common words of all kinds in one order of frequency, then the long tail.
  const vocabulary = common
    .map((word) => ({ word, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ word }) => word)
    .concat(rareWords(random, 30_000));
  const word = () => vocabulary[longTailed(random, vocabulary.length)] as string;
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const sentence = () => {
    let text = '';
    const words = 3 + Math.floor(random() * 6);
    for (let i = 0; i < words; i++) {
      text += word();
      if (random() < 0.2) text += word();
      if (random() < 0.1) text += '、';
      else if (i + 1 < words) text += pick(PARTICLES);
    }
    return text + pick(ENDINGS);
  };
  for (let i = 0; i < count; i++) {
    let body = '';
    while (body.length < length) body += sentence();
    yield {
      id: `d${i}`,
      title: `${word()}${pick(['の', 'と', ''])}${word()}`,
      body: body.slice(0, length),
      kind: KINDS[longTailed(random, KINDS.length)] as string,
      purposes: [...new Set([pick(PURPOSES), pick(PURPOSES)])],
    };
  }
}

/** Queries of one to three terms as people type them, from frequent to rare words. */
export const QUERIES: readonly string[] = [
  'ランサムウェア',
  'パスワード',
  '東京都',
  '情報漏えい 対策',
  'フィッシング メール',
  '中小企業 支援',
  '鍵',
  'セキュリティ 研修 無料',
  'サーバ',
  '個人情報',
  '問い合わせ 窓口',
  '高齢者 スマートフォン',
  'VPN 脆弱性',
  'サイバー攻撃 訓練',
  'テレワーク',
  '資格 試験',
  '不正アクセス',
  '電子署名',
  'クラウド データ 暗号',
  'security',
];

/** Folded pairs of characters and words, as peers without Japanese of their own need them. */
export function bigrams(text: string): string[] {
  const terms: string[] = [];
  for (const run of fold(text).match(/[a-z0-9]+|[^a-z0-9 ]+/gu) ?? []) {
    if (/^[a-z0-9]/u.test(run) || run.length === 1) terms.push(run);
    else for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
  }
  return terms;
}
