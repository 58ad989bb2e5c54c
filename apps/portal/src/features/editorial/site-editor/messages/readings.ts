/** What changed readings would do to the published texts. */
export const readingsMessages = {
  ja: {
    readings: {
      title: '読みがなの変わるところ',
      lead: '公開中の文章のうち、読みがなが変わるものです。送って承認されると、すべての文章に反映されます。',
      unready: '直すところがあるため、まだ調べられません。',
      nothing: '公開中の読みがなと違いはありません。',
      words: (words: string) => `変わる言葉：${words}`,
      total: (total: number, shown: number) =>
        total > shown
          ? `${total}か所が変わります。はじめの${shown}か所を示します。`
          : `${total}か所が変わります。`,
      columns: { record: 'どこ', before: 'いま', after: '変えたあと' },
    },
  },
  en: {
    readings: {
      title: 'Where furigana change',
      lead: 'Published texts whose furigana would change. Once it is sent and approved, all texts follow.',
      unready: 'Something needs mending first, so this cannot be shown yet.',
      nothing: 'Nothing differs from the published readings.',
      words: (words: string) => `Words that change: ${words}`,
      total: (total: number, shown: number) =>
        total > shown
          ? `${total} places change; the first ${shown} are shown.`
          : `Places that change: ${total}.`,
      columns: { record: 'Where', before: 'Now', after: 'Then' },
    },
  },
};
