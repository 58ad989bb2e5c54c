/** The public pages of calls for entries, and what the entry form says of them. */
export const publicMessages = {
  ja: {
    state: {
      draft: '未公開',
      planned: '予定',
      open: '募集中',
      closed: '受付終了',
      withdrawn: '取り消し',
    },
    calls: {
      title: '募集',
      description: 'このサイトに載せる取組や研修プログラムの募集。',
      heading: '｜募集《ぼしゅう》',
      lead: 'このサイトに｜載《の》せる｜取組《とりくみ》や｜研修《けんしゅう》プログラムの｜募集《ぼしゅう》です。',
      none: 'いま｜募集《ぼしゅう》しているもの、｜予定《よてい》しているものはありません。',
    },
    call: {
      period: '｜受付《うけつけ》｜期間《きかん》',
      from: 'から',
      until: 'まで',
      kinds: '｜募集《ぼしゅう》するもの',
      reviewBy: '｜審査《しんさ》を｜終《お》える｜日《ひ》',
      criteria: '｜採択《さいたく》の｜基準《きじゅん》',
      criteriaLead: '｜次《つぎ》のすべてにあてはまるものを｜掲載《けいさい》します。',
      questions: 'お｜尋《たず》ねすること',
      questionsLead:
        '｜応募《おうぼ》のときに｜答《こた》えていただきます。｜答《こた》えは｜公開《こうかい》しません。',
      required: '（必須）',
      how: '｜応募《おうぼ》のしかた',
      steps: {
        account:
          '｜組織《そしき》のアカウントでサインインします。アカウントがないときは、｜運営者《うんえいしゃ》に｜招待《しょうたい》を｜頼《たの》んでください。',
        choose:
          '「｜新《あたら》しく｜登録《とうろく》する」で、この｜募集《ぼしゅう》を｜選《えら》びます。',
        send: '｜内容《ないよう》と｜質問《しつもん》への｜答《こた》えを｜入《い》れて、｜受付《うけつけ》の｜終《お》わりまでに｜審査《しんさ》に｜送《おく》ります。｜途中《とちゅう》まで｜入《い》れたものは｜自動《じどう》で｜保存《ほぞん》されます。',
        outcome:
          '｜審査《しんさ》の｜結果《けっか》は、メールと｜登録《とうろく》のページでお｜知《し》らせします。',
      },
      enter: 'この｜募集《ぼしゅう》に｜応募《おうぼ》する',
      planned: (opens: string) => `この｜募集《ぼしゅう》は、${opens}に｜始《はじ》まります。`,
      closed: 'この｜募集《ぼしゅう》の｜受付《うけつけ》は｜終《お》わりました。',
    },
    entering: {
      choice: '応募する募集',
      none: '募集には出さない（ふだんの登録として送る）',
      closesAt: (moment: string) => `${moment}まで`,
      empty: '（答えなし）',
    },
  },
  en: {
    state: {
      draft: 'Not announced',
      planned: 'Planned',
      open: 'Open',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    calls: {
      title: 'Calls for entries',
      description: 'Calls for initiatives and training programmes to be listed on this site.',
      heading: 'Calls for entries',
      lead: 'Calls for initiatives and training programmes to list on this site.',
      none: 'No call is open or planned now.',
    },
    call: {
      period: 'Open',
      from: ' to',
      until: '',
      kinds: 'What may be entered',
      reviewBy: 'Reviewed by',
      criteria: 'Acceptance criteria',
      criteriaLead: 'We list what meets all of these.',
      questions: 'What we ask',
      questionsLead: 'You answer these when you enter. The answers are not published.',
      required: ' (required)',
      how: 'How to enter',
      steps: {
        account:
          'Sign in with your organisation’s account. If you have none, ask the operator of this site for an invitation.',
        choose: 'Choose “New entry”, and this call in it.',
        send: 'Fill in the entry and answer the questions, and send it for review before the call closes. What you type is saved as you go.',
        outcome: 'You hear of the outcome by mail and on the page of your entry.',
      },
      enter: 'Enter in this call',
      planned: (opens: string) => `This call opens on ${opens}.`,
      closed: 'This call is closed.',
    },
    entering: {
      choice: 'Call for entries',
      none: 'Not in a call (send it as an ordinary entry)',
      closesAt: (moment: string) => `until ${moment}`,
      empty: '(no answer)',
    },
  },
};
