/** The redirects as one list: how often they are used, and the file of them. */
export const listMessages = {
  ja: {
    list: {
      title: '転送の一覧',
      lead: '転送がどれだけ使われているかを見て、まとめて書き換えられます。',
      export: 'CSVで書き出す',
      import: 'ファイルから読み込む',
      way: '読み込み方',
      ways: {
        add: 'ファイルの転送を加える（同じ元のアドレスは書き換える）',
        replace: 'ファイルのとおりにする（ファイルにない転送は消す）',
      },
      file: 'ファイル',
      fileHelp: '書き出したCSVと同じ列の、CSVかExcel（.xlsx）。読み込んだあと、確かめてから送ります。',
      submit: '読み込む',
      faults: 'ファイルに直すところがあります',
      faultsLead: '何も読み込んでいません。次のセルを直して、もう一度読み込んでください。',
      faultColumns: { row: '行', column: '列', cell: '書かれている値', what: '直すこと' },
      moreFaults: (count: number) => `ほかに${count}件あります。`,
      uses: '使われた回数',
      usesNote: 'ブラウザで開かれた回数です。だれが開いたかは残しません。検索ロボットは数えません。',
      none: '転送はまだありません。',
      gone: '（終了：410）',
      columns: { from: '元のアドレス', to: '移った先', month: '今月', year: '12か月' },
    },
  },
  en: {
    list: {
      title: 'All redirects',
      lead: 'See how often redirects are used, and change many at once.',
      export: 'Export as CSV',
      import: 'Take in a file',
      way: 'How it is taken in',
      ways: {
        add: 'Add the redirects of the file (those of the same address are changed)',
        replace: 'Make the list as in the file (redirects that are not in it go)',
      },
      file: 'File',
      fileHelp:
        'CSV or Excel (.xlsx) with the columns of the export. You look through it before you send it.',
      submit: 'Take it in',
      faults: 'Some cells of the file need mending',
      faultsLead: 'Nothing was taken in. Mend these cells, then take the file in again.',
      faultColumns: { row: 'Row', column: 'Column', cell: 'What it says', what: 'What to mend' },
      moreFaults: (count: number) => `There are ${count} more.`,
      uses: 'How often they are used',
      usesNote: 'Opened in a browser. Nothing is kept of who it was; robots are not counted.',
      none: 'There are no redirects yet.',
      gone: '(ended: 410)',
      columns: { from: 'From', to: 'To', month: 'This month', year: '12 months' },
    },
  },
};
