/** The files that bear an entry out, and throwing a draft away. */
export const evidenceMessages = {
  ja: {
    evidence: {
      heading: '根拠の資料',
      lead: '審査のための資料です。公開されません。見られるのは、登録した組織の人と運営の担当者だけです。',
      file: '付ける資料',
      fileHelp: 'PDF、PNG、JPEG、WebP、Excel（.xlsx）、Word（.docx）、CSV、テキスト。1つ10MBまで、10個まで。',
      attach: '資料を付ける',
      remove: '外す',
      size: (kilobytes: string) => `${kilobytes}KB`,
      states: {
        held: 'ウイルス検査を待っています。終わるまで受け取れません。',
        infected: 'ウイルス検査で危険と判定されたため、削除しました。',
      },
    },
    discard: {
      title: '下書きを捨てる',
      lead: 'まだ一度も送っていない下書きです。捨てると、元に戻せません。',
      submit: '捨てる',
      keep: '捨てずに戻る',
      done: '下書きを捨てました。',
    },
  },
  en: {
    evidence: {
      heading: 'Evidence',
      lead: 'For the review; never published. Only your organisation and the staff see these files.',
      file: 'File to attach',
      fileHelp: 'PDF, PNG, JPEG, WebP, Excel (.xlsx), Word (.docx), CSV or text; up to 10 files of 10 MB.',
      attach: 'Attach',
      remove: 'Remove',
      size: (kilobytes: string) => `${kilobytes} kB`,
      states: {
        held: 'Waiting to be scanned for viruses; it cannot be downloaded before.',
        infected: 'The scan found it dangerous, so it was deleted.',
      },
    },
    discard: {
      title: 'Discard the draft',
      lead: 'This draft was never sent. Once discarded it cannot be brought back.',
      submit: 'Discard it',
      keep: 'Keep it',
      done: 'The draft was discarded.',
    },
  },
};
