/** The step in which an entry is entered in a call, and what is said of it elsewhere. */
export const callMessages = {
  ja: {
    call: {
      name: '応募する募集',
      none: '募集には出しません（ふだんの登録として送ります）。',
      closes: '受付の終わり',
      choose: 'この選び方にする',
      questions: '募集からの質問',
      noQuestions: 'この募集からの質問はありません。',
      private: '答えは審査にだけ使い、公開しません。',
      change: '応募する募集を変える',
      changeLead: '変えると、いまの募集への答えは消えます。',
      answers: '募集の質問への答え',
    },
  },
  en: {
    call: {
      name: 'Call for entries',
      none: 'Not in a call: it is sent as an ordinary entry.',
      closes: 'Closes',
      choose: 'Choose this',
      questions: 'Questions of the call',
      noQuestions: 'This call asks no questions.',
      private: 'The answers are for the review only and are not published.',
      change: 'Choose another call',
      changeLead: 'Your answers to this call are then deleted.',
      answers: 'Answers to the questions of the call',
    },
  },
};
