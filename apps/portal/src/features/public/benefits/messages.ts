import { type Partly, phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
  benefits: '｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》',
  kinds: {
    general: '｜一般《いっぱん》｜教育《きょういく》｜訓練《くんれん》',
    specified: '｜特定《とくてい》｜一般《いっぱん》｜教育《きょういく》｜訓練《くんれん》',
    practical: '｜専門《せんもん》｜実践《じっせん》｜教育《きょういく》｜訓練《くんれん》',
    support: '｜教育《きょういく》｜訓練《くんれん》｜支援《しえん》｜給付金《きゅうふきん》',
    leave: '｜教育《きょういく》｜訓練《くんれん》｜休暇《きゅうか》｜給付金《きゅうふきん》',
  },
  askHelloWork: '｜要確認《ようかくにん》：ハローワークへ',
  rulesChecked: (day: string) => `｜規則《きそく》を｜確認《かくにん》した｜日《ひ》 ${day}`,
  lawText: '｜条文《じょうぶん》（e-Gov｜法令《ほうれい》｜検索《けんさく》）',
  landing: {
    heading:
      '｜学《まな》ぶ｜費用《ひよう》が｜戻《もど》ってくる「｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》」',
    title:
      '｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》：｜学《まな》ぶ｜費用《ひよう》が｜戻《もど》ってくる',
    lead: '｜仕事《しごと》に｜役立《やくだ》つ｜講座《こうざ》の｜費用《ひよう》の｜一部《いちぶ》を、｜雇用《こよう》｜保険《ほけん》が｜支給《しきゅう》します。｜働《はたら》いている｜人《ひと》も、｜仕事《しごと》を｜辞《や》めた｜人《ひと》も｜使《つか》えます。',
    description:
      '｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》の3つの｜種類《しゅるい》、｜支給《しきゅう》される｜額《がく》と｜条件《じょうけん》、｜申請《しんせい》の｜期限《きげん》を｜示《しめ》し、｜額《がく》を｜計算《けいさん》します。',
    calculate: 'いくら｜戻《もど》るか｜計算《けいさん》する',
    kindsHeading: '3つの｜種類《しゅるい》',
    kindsLead: (day: string) =>
      `${day}に｜始《はじ》める｜講座《こうざ》の｜率《りつ》と｜上限《じょうげん》です。｜率《りつ》は、｜講座《こうざ》を｜始《はじ》める｜日《ひ》で｜決《き》まります。`,
    kindsCaption: '｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》の3つの｜種類《しゅるい》',
    columns: {
      kind: '｜種類《しゅるい》',
      rate: '｜戻《もど》る｜割合《わりあい》',
      ceiling: '｜上限《じょうげん》',
      more: '｜資格《しかく》を｜取《と》り｜就職《しゅうしょく》すると',
      wage: 'さらに｜賃金《ちんぎん》が｜上《あ》がると',
      years: '｜必要《ひつよう》な｜加入《かにゅう》｜年数《ねんすう》',
    },
    perYear: (amount: string) => `｜年《ねん》${amount}`,
    rateUpTo: (rate: string, ceiling: string) => `${rate}（｜上限《じょうげん》 ${ceiling}）`,
    wageUpTo: (rise: string, rate: string, ceiling: string) =>
      `${rise}｜以上《いじょう》で${rate}（｜上限《じょうげん》 ${ceiling}）`,
    yearsNeeded: (first: string, later: string) =>
      `｜初《はじ》めて ${first}、2｜回《かい》｜目《め》から ${later}`,
    none: 'なし',
    whichHeading: 'わたしの｜講座《こうざ》はどれ？',
    which: {
      course: {
        title: '｜種類《しゅるい》は、｜講座《こうざ》ごとに｜決《き》まっています',
        body: '｜講座《こうざ》の｜案内《あんない》に「｜専門《せんもん》｜実践《じっせん》｜教育《きょういく》｜訓練《くんれん》」「｜特定《とくてい》｜一般《いっぱん》｜教育《きょういく》｜訓練《くんれん》」「｜一般《いっぱん》｜教育《きょういく》｜訓練《くんれん》」のどれかが｜書《か》いてあります。｜書《か》いていなければ、｜講座《こうざ》の｜運営者《うんえいしゃ》に｜聞《き》いてください。',
      },
      general: {
        title: '｜一般《いっぱん》｜教育《きょういく》｜訓練《くんれん》',
        body: '｜資格《しかく》の｜取得《しゅとく》などを｜目標《もくひょう》とする、いちばん｜数《かず》の｜多《おお》い｜種類《しゅるい》です。｜修了《しゅうりょう》したあとに1｜回《かい》、｜支給《しきゅう》されます。',
      },
      specified: {
        title: '｜特定《とくてい》｜一般《いっぱん》｜教育《きょういく》｜訓練《くんれん》',
        body: '｜早《はや》く｜仕事《しごと》に｜役立《やくだ》つ｜資格《しかく》や、ITSSレベル2｜以上《いじょう》の｜情報《じょうほう》｜通信《つうしん》の｜資格《しかく》などの｜講座《こうざ》です。｜始《はじ》める｜前《まえ》に、ハローワークで｜受給《じゅきゅう》｜資格《しかく》の｜確認《かくにん》を｜受《う》けます。',
      },
      practical: {
        title: '｜専門《せんもん》｜実践《じっせん》｜教育《きょういく》｜訓練《くんれん》',
        body: '｜専門《せんもん》｜職《しょく》｜大学院《だいがくいん》や、｜高《たか》いレベルの｜情報《じょうほう》｜通信《つうしん》の｜講座《こうざ》など、｜長《なが》く｜学《まな》ぶ｜講座《こうざ》です。｜受講《じゅこう》の｜途中《とちゅう》から、｜半年《はんとし》ごとに｜支給《しきゅう》されます。',
      },
    },
    calculateKind: 'この｜種類《しゅるい》で｜計算《けいさん》する',
    livingHeading: '｜学《まな》ぶ｜間《あいだ》の｜暮《く》らしを｜支《ささ》える｜給付《きゅうふ》',
    living: {
      support:
        '｜仕事《しごと》を｜辞《や》めて、｜昼間《ひるま》の｜専門《せんもん》｜実践《じっせん》｜教育《きょういく》｜訓練《くんれん》を｜初《はじ》めて｜受《う》ける45｜歳《さい》｜未満《みまん》の｜人《ひと》に、｜失業《しつぎょう》している｜日《ひ》について｜支給《しきゅう》されます。',
      leave:
        '｜会社《かいしゃ》に｜籍《せき》を｜置《お》いたまま、｜無給《むきゅう》の｜教育《きょういく》｜訓練《くんれん》｜休暇《きゅうか》を30｜日《にち》｜以上《いじょう》｜続《つづ》けて｜取《と》る｜人《ひと》に｜支給《しきゅう》されます。',
    },
    providersHeading: '｜講座《こうざ》を｜開《ひら》く｜方《かた》へ',
    providers:
      '｜時間《じかん》・｜期間《きかん》・｜水準《すいじゅん》を｜入《い》れると、どの｜種類《しゅるい》の｜指定《してい》を｜受《う》けられそうか、｜何《なに》が｜足《た》りないかを｜示《しめ》します。',
    toDesignation: '｜講座《こうざ》の｜指定《してい》｜要件《ようけん》を｜確《たし》かめる',
    sureHeading: '｜決《き》める｜前《まえ》に',
    sure: 'ここに｜示《しめ》す｜額《がく》は｜目安《めやす》です。｜受給《じゅきゅう》｜資格《しかく》と｜額《がく》は、｜住所《じゅうしょ》を｜管轄《かんかつ》するハローワークが｜決《き》めます。｜始《はじ》める｜前《まえ》に｜相談《そうだん》してください。',
    sourcesHeading: 'よりどころ',
  },
  designation: {
    heading: '｜講座《こうざ》の｜指定《してい》｜要件《ようけん》を｜確《たし》かめる',
    lead: '｜講座《こうざ》の｜内容《ないよう》を｜入《い》れると、｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》のどの｜種類《しゅるい》・｜類型《るいけい》で｜指定《してい》を｜受《う》けられそうか、｜何《なに》が｜足《た》りないかを｜示《しめ》します。',
    description:
      '｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》の｜対象《たいしょう》｜講座《こうざ》として、どの｜種類《しゅるい》の｜指定《してい》を｜受《う》けられそうか、｜何《なに》が｜足《た》りないかを｜確《たし》かめます。',
    formHeading: '｜講座《こうざ》の｜内容《ないよう》',
    check: '｜確《たし》かめる',
    fields: {
      programme: '｜課程《かてい》の｜種類《しゅるい》',
      mode: '｜受講《じゅこう》の｜形態《けいたい》',
      months: '｜期間《きかん》（｜月数《つきすう》）',
      hours: '｜訓練《くんれん》｜時間《じかん》（｜合計《ごうけい》）',
      itssLevel: '｜目標《もくひょう》とする｜資格《しかく》のITSSレベル',
      shortestToQualification:
        '｜資格《しかく》を｜取《と》るために｜必要《ひつよう》な、いちばん｜短《みじか》い｜期間《きかん》の｜講座《こうざ》ですか',
      level: '｜講座《こうざ》の｜水準《すいじゅん》',
    },
    choose: '｜選《えら》んでください',
    modes: { classroom: '｜通学《つうがく》', correspondence: '｜通信《つうしん》' },
    levels: {
      vocational: '｜職業《しょくぎょう》に｜直接《ちょくせつ》｜役立《やくだ》つ｜水準《すいじゅん》',
      introductory: '｜入門的《にゅうもんてき》・｜基礎的《きそてき》',
      hobby: '｜趣味的《しゅみてき》・｜教養的《きょうようてき》',
      unrecognised: '｜広《ひろ》く｜認知《にんち》されていない｜資格《しかく》のための｜講座《こうざ》',
    },
    notSaid: '｜答《こた》えない',
    hourUnit: '｜時間《じかん》',
    itssHelp: '｜情報《じょうほう》｜通信《つうしん》｜技術《ぎじゅつ》の｜資格《しかく》のときだけ',
    noLevel: 'なし',
    resultHeading: '｜確《たし》かめた｜結果《けっか》',
    possible: (n: number) => `${n}つの｜類型《るいけい》で｜指定《してい》を｜受《う》けられそうです`,
    impossible: 'このままで｜指定《してい》を｜受《う》けられそうな｜類型《るいけい》はありません',
    openOnly:
      '｜答《こた》えのない｜項目《こうもく》がわかれば、｜受《う》けられるかもしれない｜類型《るいけい》があります',
    fits: '｜満《み》たしています',
    open: 'あと｜少《すこ》しの｜情報《じょうほう》が｜必要《ひつよう》',
    lacks: '｜足《た》りません',
    type: (kind: string, type: number) => `${kind} ｜第《だい》${type}｜類型《るいけい》`,
    record: '｜別《べつ》に｜示《しめ》すもの：',
    others: (n: number) => `｜課程《かてい》の｜種類《しゅるい》が｜異《こと》なる｜類型《るいけい》（${n}）`,
    tryHeading: '｜例《れい》で｜試《ため》す',
    example:
      '60｜時間《じかん》・3か｜月《げつ》の、ITSSレベル2の｜資格《しかく》を｜目標《もくひょう》とする｜通学《つうがく》｜講座《こうざ》',
    next: '｜指定《してい》の｜申請《しんせい》は｜厚生《こうせい》｜労働《ろうどう》｜大臣《だいじん》あてです。｜申請《しんせい》の｜前《まえ》に、｜要件《ようけん》の｜最新《さいしん》の｜内容《ないよう》を｜確《たし》かめてください。',
    source: (source: string) => `よりどころ：${source}。`,
    laterChanges: 'その｜後《あと》の｜改正《かいせい》は｜入《はい》っていません。',
  },
};

const en: typeof ja = {
  benefits: 'Training benefits',
  kinds: {
    general: 'General training',
    specified: 'Specified training',
    practical: 'Practical training',
    support: 'Support allowance',
    leave: 'Training leave benefit',
  },
  askHelloWork: 'To be confirmed: ask Hello Work',
  rulesChecked: (day) => `Rules checked on ${day}`,
  lawText: 'Text of the law (e-Gov, Japanese)',
  landing: {
    heading: 'Training benefits: part of what learning costs comes back',
    title: 'Training benefits: part of what learning costs comes back',
    lead: 'Employment insurance pays back part of the fee of a course that helps you at work, whether you are employed or have left work.',
    description:
      'The three kinds of training benefit (教育訓練給付), what they pay and to whom, by when to claim, and a calculator.',
    calculate: 'Calculate what I get back',
    kindsHeading: 'Three kinds',
    kindsLead: (day) =>
      `Rates and ceilings for courses that start on ${day}. The start of the course decides.`,
    kindsCaption: 'The three kinds of training benefit',
    columns: {
      kind: 'Kind',
      rate: 'Paid back',
      ceiling: 'At most',
      more: 'With qualification and a job',
      wage: 'And with higher wages',
      years: 'Insured years needed',
    },
    perYear: (amount) => `${amount} a year`,
    rateUpTo: (rate, ceiling) => `${rate} (at most ${ceiling})`,
    wageUpTo: (rise, rate, ceiling) => `${rise} or more: ${rate} (at most ${ceiling})`,
    yearsNeeded: (first, later) => `first time ${first}, later ${later}`,
    none: 'none',
    whichHeading: 'Which one is mine?',
    which: {
      course: {
        title: 'Each course is designated under one kind',
        body: 'The leaflet of the course names it: 専門実践教育訓練 (practical), 特定一般教育訓練 (specified) or 一般教育訓練 (general). If it does not, ask whoever gives the course.',
      },
      general: {
        title: 'General training',
        body: 'Courses towards qualifications and the like: by far the most. Paid once, after completion.',
      },
      specified: {
        title: 'Specified training',
        body: 'Courses towards qualifications that soon help at work, among them ICT qualifications of ITSS level 2 and above. Hello Work confirms eligibility before the start.',
      },
      practical: {
        title: 'Practical training',
        body: 'Longer courses, such as professional graduate schools and advanced ICT courses. Paid every half-year, from during the course.',
      },
    },
    calculateKind: 'Calculate for this kind',
    livingHeading: 'Benefits to live on while learning',
    living: {
      support:
        'For people under 45 who have left work and take practical training in the daytime for the first time: paid for days of unemployment.',
      leave: 'For employees who take at least 30 consecutive days of unpaid leave for training.',
    },
    providersHeading: 'For those who give courses',
    providers:
      'Enter hours, length and level, and see under which kind a course could be designated and what it lacks.',
    toDesignation: 'Check a course against the rules',
    sureHeading: 'Before you decide',
    sure: 'The amounts here are a guide. Eligibility and amount are decided by the Hello Work office in charge of your address: ask there before the course starts.',
    sourcesHeading: 'Where this comes from',
  },
  designation: {
    heading: 'Check a course against the designation rules',
    lead: 'Describe a course and see under which kinds and types of training benefit it could be designated, and what it lacks.',
    description: 'See under which kinds of training benefit a course could be designated, and what it lacks.',
    formHeading: 'The course',
    check: 'Check',
    fields: {
      programme: 'Programme',
      mode: 'Mode',
      months: 'Length in months',
      hours: 'Hours of teaching in all',
      itssLevel: 'ITSS level of the qualification aimed at',
      shortestToQualification: 'Is this the shortest time in which the qualification can be had?',
      level: 'Level of the course',
    },
    choose: 'Please choose',
    modes: { classroom: 'Classroom', correspondence: 'Correspondence' },
    levels: {
      vocational: 'of direct use at work',
      introductory: 'introductory or basic',
      hobby: 'for pleasure or general education',
      unrecognised: 'towards a certificate not widely recognised',
    },
    notSaid: 'No answer',
    hourUnit: 'hours',
    itssHelp: 'For ICT qualifications only',
    noLevel: 'None',
    resultHeading: 'What we found',
    possible: (n) => `Could be designated under ${n} ${n === 1 ? 'type' : 'types'}`,
    impossible: 'As it stands, there is no type it could be designated under',
    openOnly: 'Under some types it might be, once the open questions are answered',
    fits: 'Fits',
    open: 'A little more is needed to tell',
    lacks: 'Lacks something',
    type: (kind, type) => `${kind}, type ${type}`,
    record: 'To be shown besides: ',
    others: (n) => `Types for other programmes (${n})`,
    tryHeading: 'Try an example',
    example: 'A classroom course of 60 hours in 3 months towards a qualification of ITSS level 2',
    next: 'Applications go to the Minister of Health, Labour and Welfare. Look up the current requirements before applying.',
    source: (source) => `Source: ${source}.`,
    laterChanges: 'Later amendments are not in it.',
  },
};

const easy: Partly<typeof ja> = {
  landing: {
    heading:
      '｜勉強《べんきょう》のお｜金《かね》が｜戻《もど》る「｜教育《きょういく》｜訓練《くんれん》｜給付《きゅうふ》」',
    lead: '｜仕事《しごと》のための｜講座《こうざ》で｜勉強《べんきょう》すると、｜払《はら》ったお｜金《かね》の｜一部《いちぶ》が｜戻《もど》ります。｜働《はたら》いている｜人《ひと》も、｜仕事《しごと》をやめた｜人《ひと》も｜使《つか》えます。',
    calculate: 'いくら｜戻《もど》るか｜調《しら》べる',
    whichHeading: 'わたしの｜講座《こうざ》はどれですか',
    sure: 'ここに｜書《か》いてあるお｜金《かね》は、だいたいの｜金額《きんがく》です。｜本当《ほんとう》の｜金額《きんがく》は、ハローワークが｜決《き》めます。｜講座《こうざ》を｜始《はじ》める｜前《まえ》に、ハローワークに｜聞《き》いてください。',
  },
};

/** The words of the landing page and of the page for providers. */
export const benefitsText = phrasebook({ ja, en, easy });
