/** What happens to an entry after it was published. */
export const afterlifeMessages = {
  ja: {
    halt: {
      suspend: '掲載を一時停止する',
      suspendLead: '公開中のページは、すぐに見えなくなります。登録した組織に、理由をメールで知らせます。',
      resume: '掲載を再開する',
      resumeLead: '停止する前の内容で、もう一度公開します。登録した組織にメールで知らせます。',
      reason: '停止・再開の理由',
      reasonHelp: '登録した組織が読みます。500文字まで。',
    },
  },
  en: {
    halt: {
      suspend: 'Suspend',
      suspendLead:
        'Its page disappears at once. The organisation that entered it is told the reason by mail.',
      resume: 'Publish again',
      resumeLead: 'It is shown as it was before. The organisation that entered it is told by mail.',
      reason: 'Reason for suspending or resuming',
      reasonHelp: 'The organisation that entered it reads this. At most 500 characters.',
    },
  },
};
