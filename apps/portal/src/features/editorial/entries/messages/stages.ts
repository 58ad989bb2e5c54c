/** Where an entry stands, and what happens next. */
export const stageMessages = {
  ja: {
    next: {
      draft: '入力を終えたら、審査に送ってください。',
      submitted: '審査担当が読むのを待っています。',
      'in-review': '審査担当が読んでいます。',
      'changes-requested': '審査担当からのコメントを読み、直してもう一度送ってください。',
      scheduled: '決まった日時に自動で公開されます。',
      published: '期限までに、内容がいまも正しいことを確認してください。',
      suspended: '事務局が掲載を止めています。理由を確かめてください。',
      expired: '公開は終わりました。期限から90日までは、内容がいまも正しいことを確認すれば再開します。',
      withdrawn: '取り下げました。記録は残っています。',
      declined: '掲載は見送られました。理由を確かめてください。',
    },
    unsent: 'まだ送っていない変更があります',
  },
  en: {
    next: {
      draft: 'When it is complete, send it for review.',
      submitted: 'It waits for a reviewer to read it.',
      'in-review': 'A reviewer is reading it.',
      'changes-requested': 'Read the reviewer’s comments, change the entry and send it again.',
      scheduled: 'It is published by itself at the time that was set.',
      published: 'Confirm by the date given that it is still right.',
      suspended: 'The office has taken it off the site. The reason is given with the entry.',
      expired: 'It is no longer shown. For 90 days a confirmation that it is still right brings it back.',
      withdrawn: 'It was withdrawn. Its history is kept.',
      declined: 'It will not be published. The reason is given with the entry.',
    },
    unsent: 'Has changes that were not sent yet',
  },
};
