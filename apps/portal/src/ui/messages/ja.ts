export const ja = {
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
  signedIn: {
    signIn: 'サインイン',
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
    /** `{count}` is filled in by the page's script while typing. */
    count: {
      longest: (max: number) => `${max}字まで`,
      left: (max: number) => `あと{count}字（${max}字まで）`,
      over: (max: number) => `{count}字多すぎます（${max}字まで）`,
    },
  },
  step: {
    region: '進み具合',
    position: (step: number, count: number) => `${count}｜問中《もんちゅう》${step}｜問目《もんめ》`,
  },
  contents: 'このページの｜内容《ないよう》',
};
