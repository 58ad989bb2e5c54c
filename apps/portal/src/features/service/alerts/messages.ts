import { phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
  description: '新しく載った取組を、条件に合わせてメールで知らせます。',
  request: {
    title: '新着をメールで受け取る',
    heading: '｜新着《しんちゃく》をメールで｜受《う》け｜取《と》る',
    lead: '｜条件《じょうけん》に｜合《あ》う｜取組《とりくみ》が｜新《あたら》しく｜載《の》ったとき、メールでお｜知《し》らせします。',
    condition: '｜条件《じょうけん》',
    everything: 'すべての取組',
    change: '｜条件《じょうけん》を｜変《か》える',
    email: 'メールアドレス',
    emailHelp: '確認のメールを送ります。メールの中のリンクを開くまで、お知らせは始まりません。',
    frequency: '受け取る間隔',
    frequencies: { daily: '毎日（新着があった日の朝）', weekly: '毎週（月曜日の朝）' },
    submit: '｜確認《かくにん》のメールを｜送《おく》る',
    privacy:
      'メールアドレスは、このお｜知《し》らせのためだけに｜使《つか》います。｜受《う》け｜取《と》りをやめると、すぐに｜消《け》します。',
  },
  sent: {
    title: '確認のメールを送りました',
    heading: '｜確認《かくにん》のメールを｜送《おく》りました',
    body: 'メールの｜中《なか》のリンクを48｜時間《じかん》｜以内《いない》に｜開《ひら》くと、お｜知《し》らせが｜始《はじ》まります。',
    missing:
      '｜届《とど》かないときは、｜迷惑《めいわく》メールのフォルダーと、アドレスの｜打《う》ち｜間違《まちが》いを｜確《たし》かめてください。｜同《おな》じアドレスに｜送《おく》るのは1｜日《にち》5｜通《つう》までです。',
  },
  confirm: {
    title: '受け取りの確認',
    heading: '｜受《う》け｜取《と》りを｜始《はじ》めますか',
    submit: '｜受《う》け｜取《と》りを｜始《はじ》める',
    doneTitle: '受け取りを始めました',
    done: '｜受《う》け｜取《と》りを｜始《はじ》めました',
    doneBody:
      '｜次《つぎ》の｜新着《しんちゃく》からお｜送《おく》りします。やめるときは、｜届《とど》いたメールのリンクを｜開《ひら》いてください。',
  },
  leave: {
    title: '受け取りをやめる',
    heading: '｜受《う》け｜取《と》りをやめますか',
    body: 'やめると、メールアドレスとこの｜条件《じょうけん》を｜消《け》します。',
    submit: '｜受《う》け｜取《と》りをやめる',
    doneTitle: '受け取りをやめました',
    done: '｜受《う》け｜取《と》りをやめました',
    doneBody:
      'この｜条件《じょうけん》のお｜知《し》らせは、もう｜届《とど》きません。｜登録《とうろく》は｜消《け》しました。',
  },
  failed: {
    title: 'リンクが使えません',
    heading: 'このリンクは｜使《つか》えません',
    again:
      'もう｜一度《いちど》｜申《もう》し｜込《こ》むか、｜新《あたら》しく｜届《とど》いたメールのリンクを｜開《ひら》いてください。',
    tooManyTitle: '少し待ってください',
    tooMany: '｜少《すこ》し｜待《ま》ってください',
    tooManyBody: (seconds: number) =>
      `｜続《つづ》けて｜申《もう》し｜込《こ》まれています。${seconds}｜秒《びょう》ほど｜待《ま》ってから、もう｜一度《いちど》お｜試《ため》しください。`,
  },
  toSearch: '｜取組《とりくみ》をさがす',
};

const en: typeof ja = {
  description: 'Hear by mail of newly listed initiatives that match a search.',
  request: {
    title: 'News by mail',
    heading: 'News by mail',
    lead: 'We write to you when something new is listed that matches this search.',
    condition: 'Search',
    everything: 'Everything',
    change: 'Change the search',
    email: 'E-mail address',
    emailHelp: 'We send you a mail first. Nothing begins until you open the link in it.',
    frequency: 'How often',
    frequencies: {
      daily: 'Daily (in the morning, when there is something new)',
      weekly: 'Weekly (Monday morning)',
    },
    submit: 'Send me the mail',
    privacy: 'Your address is used for these mails only, and deleted as soon as you leave.',
  },
  sent: {
    title: 'We have sent you a mail',
    heading: 'We have sent you a mail',
    body: 'Open the link in it within 48 hours, and the news will come.',
    missing:
      'If it does not arrive, look in your junk folder, and check the address for mistakes. One address is sent at most five such mails a day.',
  },
  confirm: {
    title: 'Start receiving news',
    heading: 'Start receiving news?',
    submit: 'Start receiving news',
    doneTitle: 'News will come',
    done: 'News will come',
    doneBody: 'You will hear of what is listed from now on. To stop, open the link in any of the mails.',
  },
  leave: {
    title: 'Stop receiving news',
    heading: 'Stop receiving news?',
    body: 'Your address and this search are then deleted.',
    submit: 'Stop receiving news',
    doneTitle: 'You have left',
    done: 'You have left',
    doneBody: 'No more news of this search will come. What we held was deleted.',
  },
  failed: {
    title: 'This link does not work',
    heading: 'This link does not work',
    again: 'Ask for a new one, or open the link in the newest mail.',
    tooManyTitle: 'One moment',
    tooMany: 'One moment, please',
    tooManyBody: (seconds) => `There were several requests in a row. Try again in about ${seconds} seconds.`,
  },
  toSearch: 'Search initiatives',
};

/** The sentences of the alert pages. */
export const alertText = phrasebook({ ja, en });
