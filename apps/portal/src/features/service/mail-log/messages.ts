import { phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
  title: '送信したメール',
  description: 'このサイトが送ったメールと、その結果です。',
  toServer: 'メールは、設定されたSMTPサーバーへ送られます。送り終えたメールの本文は残しません。',
  toFiles:
    'SMTP_URL が設定されていないため、メールは送られず、データフォルダーの mail に .eml ファイルとして置かれます。',
  none: 'まだ何も送っていません。',
  columns: { subject: '件名', to: '宛先', state: '状態', created: '受け付けた日時' },
  states: {
    queued: '送信待ち',
    sending: '送信中',
    sent: '送信済み',
    failed: '送れなかった',
    uncertain: '届いたか不明',
  },
  written: 'ファイルに書き出し済み',
  forgotten: '（消去済み）',
  message: {
    template: '種類',
    language: '言語',
    languages: { ja: '日本語', en: '英語' },
    templates: {
      'accounts.invitation': 'アカウントへの招待',
      'alerts.confirm': 'メールでのお知らせの申し込みの確認',
      'alerts.news': '新しい取組のお知らせ',
      'campaigns.closing': '募集がまもなく終わるお知らせ',
      'campaigns.open': '募集が始まったお知らせ',
      'desk.assigned': '審査の担当になったお知らせ',
      'desk.decision': '審査の結果',
      'desk.expired': '掲載が終わったお知らせ',
      'desk.held': '公開を見合わせたお知らせ',
      'desk.renewal': '掲載内容の確認のお願い',
      'desk.resumed': '掲載を再開したお知らせ',
      'desk.suspended': '掲載を一時停止したお知らせ',
      'desk.withdrawn': '登録が取り下げられたお知らせ',
      'identity.account-change': 'アカウントの変更のお知らせ',
      'identity.password-reset': 'パスワードの再設定',
      'identity.verify-email': 'メールアドレスの確認',
      'links.dead': 'リンク切れのお知らせ',
      'reports.answer': '誤りの知らせへの返事',
      'reports.owner': '誤りの知らせが届いたお知らせ',
    },
    attempts: '送信を試みた回数',
    finished: '終わった日時',
    error: '最後のエラー',
    doubtful:
      '送信の途中でサーバーが止まったため、同じメールが二度届いた可能性があります。Message-ID は同じです。',
    uncertain:
      '最後の送信の途中でサーバーが止まったため、届いたかどうか分かりません。二度届くことを避けるため、もう送りません。必要なら、受取人に確かめてください。',
    text: '本文',
    noText: '本文は残していません。',
  },
};

const en: typeof ja = {
  title: 'Mail sent',
  description: 'Mail that this site sent, and what became of it.',
  toServer: 'Mail goes to the SMTP server that is set. What a mail says is not kept once it was sent.',
  toFiles:
    'SMTP_URL is not set, so mail is not sent: it is put into the folder mail of the data folder as .eml files.',
  none: 'Nothing was sent yet.',
  columns: { subject: 'Subject', to: 'To', state: 'State', created: 'Asked for' },
  states: {
    queued: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    failed: 'Not sent',
    uncertain: 'Outcome unknown',
  },
  written: 'Written to a file',
  forgotten: '(deleted)',
  message: {
    template: 'Kind',
    language: 'Language',
    languages: { ja: 'Japanese', en: 'English' },
    templates: {
      'accounts.invitation': 'Invitation to an account',
      'alerts.confirm': 'Confirming an alert by mail',
      'alerts.news': 'New initiatives, as an alert',
      'campaigns.closing': 'A call closes soon',
      'campaigns.open': 'A call is open',
      'desk.assigned': 'A review was assigned',
      'desk.decision': 'Outcome of a review',
      'desk.expired': 'An entry left the site',
      'desk.held': 'A publication is held',
      'desk.renewal': 'Request to confirm an entry',
      'desk.resumed': 'An entry is shown again',
      'desk.suspended': 'An entry was suspended',
      'desk.withdrawn': 'An entry was withdrawn',
      'identity.account-change': 'An account was changed',
      'identity.password-reset': 'New password',
      'identity.verify-email': 'Confirming an e-mail address',
      'links.dead': 'A link is dead',
      'reports.answer': 'Answer to a mistake report',
      'reports.owner': 'A mistake was reported',
    },
    attempts: 'Tries',
    finished: 'Finished',
    error: 'Last error',
    doubtful:
      'The server stopped while this mail was being sent, so it may have arrived twice, under the same Message-ID.',
    uncertain:
      'The server stopped during the last try, so nobody knows whether this mail arrived. It is not sent again, lest it arrive twice. Ask the receiver where it matters.',
    text: 'Text',
    noText: 'The text was not kept.',
  },
};

/** The sentences of the mail pages. */
export const mailText = phrasebook({ ja, en });
