import { type Partly, phrasebook } from './text/phrasebook.ts';

const ja = {
  site: {
    name: '架け橋',
    nameInFull: '架け橋（Kakehashi）',
    tagline: 'サイバーセキュリティの｜取組《とりくみ》を、｜必要《ひつよう》な｜人《ひと》へ',
  },
  skipToMain: '｜本文《ほんぶん》へ｜移動《いどう》',
  emergency: {
    region: '被害に遭っている方へ',
    lead: 'いま｜被害《ひがい》に｜遭《あ》っている｜方《かた》へ',
    whatToDo: 'まずすること',
    desks: '｜相談《そうだん》・｜通報《つうほう》の｜窓口《まどぐち》',
  },
  display: {
    region: '表示の設定',
    furigana: 'ふりがな',
    easy: 'やさしい｜日本語《にほんご》',
    otherLanguage: 'English',
  },
  account: {
    signIn: 'サインイン',
    own: 'マイページ',
    signOut: 'サインアウト',
    region: '登録・編集のメニュー',
    menu: '登録・編集',
    administration: 'サイトの管理',
  },
  menu: {
    open: 'メニュー',
    region: '主なメニュー',
  },
  footer: {
    find: 'さがす',
    site: 'このサイト',
    data: 'データ',
    feed: '｜新着《しんちゃく》の｜配信《はいしん》（Atom）',
    licence:
      '｜掲載《けいさい》｜情報《じょうほう》は｜公共《こうきょう》データ｜利用《りよう》｜規約《きやく》（PDL 1.0）の｜下《もと》で｜利用《りよう》できます。',
  },
  search: {
    label: '取組をさがす',
    placeholder: '例：ランサムウェア　中小企業　無料',
    submit: 'さがす',
    suggestions: '候補',
    suggestionCount: (n: string) => `${n}件の候補があります。上下の矢印キーで選べます。`,
  },
  breadcrumb: { region: '現在の位置', home: 'ホーム' },
  pagination: {
    region: 'ページの移動',
    previous: '｜前《まえ》へ',
    next: '｜次《つぎ》へ',
    page: (n: number) => `${n}ページ`,
    position: (page: number, count: number) => `${count}ページ｜中《ちゅう》${page}ページ｜目《め》`,
  },
  link: {
    external: '（外部サイト）',
    japaneseOnly: '｜日本語《にほんご》',
  },
  form: {
    required: '｜必須《ひっす》',
    optional: '｜任意《にんい》',
    errorPrefix: 'エラー：',
    errorSummary: (n: number) => `｜入力《にゅうりょく》を｜確《たし》かめてください（${n}｜件《けん》）`,
    /** `{count}` is what the page counts as one types. */
    count: {
      longest: (most: number) => `${most}字まで`,
      left: (most: number) => `あと{count}字（${most}字まで）`,
      over: (most: number) => `{count}字多すぎます（${most}字まで）`,
    },
  },
  step: {
    region: '進み具合',
    position: (step: number, count: number) => `${count}｜問中《もんちゅう》${step}｜問目《もんめ》`,
  },
  contents: 'このページの｜内容《ないよう》',
};

const en: typeof ja = {
  site: {
    name: 'Kakehashi',
    nameInFull: 'Kakehashi（架け橋）',
    tagline: 'Cybersecurity initiatives for the people who need them',
  },
  skipToMain: 'Skip to main content',
  emergency: {
    region: 'For people under attack',
    lead: 'Under attack right now?',
    whatToDo: 'What to do first',
    desks: 'Where to ask and report',
  },
  display: {
    region: 'Display settings',
    furigana: 'Furigana',
    easy: 'Easy Japanese',
    otherLanguage: '日本語',
  },
  account: {
    signIn: 'Sign in',
    own: 'Your account',
    signOut: 'Sign out',
    region: 'Menu for entering and editing',
    menu: 'Your work',
    administration: 'Administration',
  },
  menu: {
    open: 'Menu',
    region: 'Main menu',
  },
  footer: {
    find: 'Find',
    site: 'This site',
    data: 'Data',
    feed: 'What is new (Atom)',
    licence: 'The information here may be used under the Public Data License 1.0 (PDL 1.0).',
  },
  search: {
    label: 'Search initiatives',
    placeholder: 'For example: ransomware, small company',
    submit: 'Search',
    suggestions: 'Suggestions',
    suggestionCount: (n) => `Suggestions: ${n}. Choose with the up and down arrow keys.`,
  },
  breadcrumb: { region: 'You are here', home: 'Home' },
  pagination: {
    region: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (n) => `Page ${n}`,
    position: (page, count) => `Page ${page} of ${count}`,
  },
  link: {
    external: ' (external site)',
    japaneseOnly: 'Japanese',
  },
  form: {
    required: 'required',
    optional: 'optional',
    errorPrefix: 'Error: ',
    errorSummary: (n) => `Please check what you entered (${n} ${n === 1 ? 'problem' : 'problems'})`,
    count: {
      longest: (most) => `Up to ${most} characters`,
      left: (most) => `Characters left: {count} (up to ${most})`,
      over: (most) => `Characters too many: {count} (up to ${most})`,
    },
  },
  step: {
    region: 'Progress',
    position: (step, count) => `Question ${step} of ${count}`,
  },
  contents: 'On this page',
};

const easy: Partly<typeof ja> = {
  site: { tagline: 'インターネットを｜安全《あんぜん》に｜使《つか》うための｜助《たす》けをさがせます' },
  emergency: {
    lead: 'いま｜困《こま》っている｜人《ひと》へ',
    desks: '｜相談《そうだん》する｜所《ところ》',
  },
};

/** The sentences of the shell and the components. */
export const uiText = phrasebook({ ja, en, easy });
