export const ja = {
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
    kind: '種類',
    language: '言語',
    languages: { ja: '日本語', en: '英語' },
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
