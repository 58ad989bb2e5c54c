import { type Partly, phrasebook } from '../text/phrasebook.ts';

const ja = {
  errors: {
    notFoundTitle: 'ページが見つかりません',
    notFound: 'ページが｜見《み》つかりません',
    notFoundBody: 'アドレスが｜変《か》わったか、｜掲載《けいさい》を｜終《お》えたのかもしれません。',
    tooManyTitle: 'アクセスが続いています',
    tooMany: '｜短《みじか》い｜時間《じかん》にアクセスが｜続《つづ》いています',
    tooManyBody: (seconds: number) =>
      `${seconds}｜秒《びょう》ほど｜待《ま》ってから、もう｜一度《いちど》お｜試《ため》しください。`,
    unavailableTitle: 'いまは表示できません',
    unavailable: 'いまは｜表示《ひょうじ》できません',
    unavailableBody:
      'しばらくしてから、もう｜一度《いちど》お｜試《ため》しください。｜急《いそ》ぎのときは、｜警察《けいさつ》の｜相談《そうだん》｜窓口《まどぐち》に｜電話《でんわ》してください。',
    invalidTitle: '受け付けられませんでした',
    invalid: 'この｜内容《ないよう》は｜受《う》け｜付《つ》けられませんでした',
    brokenTitle: '問題が起きました',
    broken: 'こちら｜側《がわ》で｜問題《もんだい》が｜起《お》きました',
    brokenBody:
      '｜記録《きろく》を｜取《と》りました。しばらくしてから、もう｜一度《いちど》お｜試《ため》しください。',
    notTakenTitle: 'いまは受け付けられません',
    notTaken: 'いまは｜受《う》け｜付《つ》けられません',
    keptBody:
      '｜送《おく》った｜内容《ないよう》は、このページに｜残《のこ》っています。｜届《とど》いたかどうかは｜確《たし》かめられませんでした。｜少《すこ》し｜待《ま》ってから、｜下《した》のボタンを｜押《お》してください。',
    back: '｜前《まえ》のページに｜戻《もど》る',
    sendAgain: '｜同《おな》じ｜内容《ないよう》をもう｜一度《いちど》｜送《おく》る',
    reference: '｜問《と》い｜合《あ》わせのための｜番号《ばんごう》',
    waysOn: 'ここから｜進《すす》めます',
  },
  forbidden: {
    title: 'このページは使えません',
    heading: 'このページを｜使《つか》う｜権限《けんげん》がありません',
    body: 'ほかのアカウントで｜入《はい》り｜直《なお》すか、｜管理者《かんりしゃ》に｜問《と》い｜合《あ》わせてください。ほかのサイトから｜送《おく》られたフォームも｜受《う》け｜付《つ》けません。',
    toAccount: 'マイページへ',
    toHome: 'ホームへ',
  },
  signedOut: {
    title: 'サインインの期限が切れていました',
    lead: '｜送《おく》った｜内容《ないよう》は｜失《うしな》われていません。このページに｜残《のこ》っています。',
    signIn: '｜別《べつ》のタブでサインインする',
    comeBack: 'このページに｜戻《もど》って、｜下《した》のボタンを｜押《お》してください。',
    again: '｜同《おな》じ｜内容《ないよう》をもう｜一度《いちど》｜送《おく》る',
  },
  waysOn: {
    toFinder: '｜質問《しつもん》に｜答《こた》えて｜探《さが》す',
    toDesks: '｜相談《そうだん》｜窓口《まどぐち》を｜見《み》る',
    toAll: 'すべての｜取組《とりくみ》を｜見《み》る',
  },
};

const en: typeof ja = {
  errors: {
    notFoundTitle: 'Page not found',
    notFound: 'Page not found',
    notFoundBody: 'The address may have changed, or the page is no longer published.',
    tooManyTitle: 'Too many requests',
    tooMany: 'Too many requests in a short time',
    tooManyBody: (seconds) =>
      `Please wait about ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`,
    unavailableTitle: 'Not available right now',
    unavailable: 'Not available right now',
    unavailableBody:
      'Please try again in a while. If it is urgent, call the consultation desk of the police.',
    invalidTitle: 'Could not be accepted',
    invalid: 'This could not be accepted',
    brokenTitle: 'Something went wrong',
    broken: 'Something went wrong on our side',
    brokenBody: 'It has been recorded. Please try again in a while.',
    notTakenTitle: 'Not accepted just now',
    notTaken: 'This cannot be accepted just now',
    keptBody:
      'This page holds what you sent. Whether it arrived could not be told. Wait a moment, then press the button below.',
    back: 'Back to the page before',
    sendAgain: 'Send the same once more',
    reference: 'Reference for enquiries',
    waysOn: 'Ways on',
  },
  forbidden: {
    title: 'You cannot use this page',
    heading: 'You may not use this page',
    body: 'Sign in with another account, or ask an administrator. Forms sent from other sites are not accepted either.',
    toAccount: 'To your account',
    toHome: 'To the home page',
  },
  signedOut: {
    title: 'Your sign-in had expired',
    lead: 'What you sent is not lost: this page holds it.',
    signIn: 'Sign in in another tab',
    comeBack: 'Come back to this page and press the button below.',
    again: 'Send the same once more',
  },
  waysOn: {
    toFinder: 'Answer a few questions',
    toDesks: 'See consultation desks',
    toAll: 'See all initiatives',
  },
};

const easy: Partly<typeof ja> = {
  errors: {
    unavailableBody:
      'あとでもう｜一度《いちど》｜開《ひら》いてください。｜急《いそ》ぐときは、｜警察《けいさつ》に｜電話《でんわ》してください。',
  },
};

/** The sentences of pages that say why there is no other. */
export const statusText = phrasebook({ ja, en, easy });
