import { phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
  ask: 'この情報の誤りを知らせる',
  lead: (title: string) => `「${title}」について、古くなっているところや誤りを知らせてください。`,
  body: 'どこが、どう違うか',
  bodyHelp: '2,000文字まで。名前や電話番号などの個人情報は書かないでください。',
  email: 'メールアドレス',
  emailHelp: '返事がほしいときだけ。返事をしたら（遅くとも90日後に）消します。',
  send: '知らせる',
  sent: '知らせを受け取りました。ありがとうございます。',
  sentNext: '運営者と、登録した組織が確かめます。',
  back: '元のページに戻る',
  tooMany: 'しばらくしてから、もう一度送ってください。',
  title: '誤りの知らせ',
  listLead: '公開中の登録について、訪れた人から届いた知らせです。登録した組織のページにも出ています。',
  none: '返事を待っている知らせはありません。',
  reply: '知らせた人への返事',
  replyHelp: '書くと、知らせた人にメールで届きます。一日のうちにアドレスは消えます。',
  noReply: 'メールアドレスは書かれていません。',
  done: '対応済みにする',
  dealtWith: { replied: '対応済みにし、知らせた人に返事を送りました。', closed: '対応済みにしました。' },
};

const en: typeof ja = {
  ask: 'Report a mistake in this information',
  lead: (title: string) => `Tell us what is out of date or wrong with “${title}”.`,
  body: 'What is wrong',
  bodyHelp: 'At most 2,000 characters. Please write no names, telephone numbers or other personal data.',
  email: 'E-mail address',
  emailHelp: 'Only if you want an answer. It is deleted when we answered, after 90 days at the latest.',
  send: 'Send',
  sent: 'We have received your report. Thank you.',
  sentNext: 'We look into it, and so does the organisation that entered it.',
  back: 'Back to the page',
  tooMany: 'Please send it again in a while.',
  title: 'Reported mistakes',
  listLead:
    'What visitors say of published entries. It is also on the page of the organisation that entered them.',
  none: 'No report waits for an answer.',
  reply: 'Answer to whoever reported it',
  replyHelp: 'What you write is mailed to them. Within a day the address is deleted.',
  noReply: 'No address was given.',
  done: 'Mark as dealt with',
  dealtWith: { replied: 'Dealt with, and the answer was sent.', closed: 'Dealt with.' },
};

/** The sentences about reported mistakes. */
export const reportText = phrasebook({ ja, en });
