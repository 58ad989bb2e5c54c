export const ja = {
  title: '開けないリンク',
  lead: '公開中の登録に書かれたリンク先のうち、3日以上続けて3回以上開けなかったものです。登録した組織には一度だけメールで知らせています。',
  off: 'リンク先の確認は、設定（KAKEHASHI_LINK_CHECKS）で止められています。',
  none: '開けないリンクはありません。',
  columns: { url: 'リンク先', what: '結果', since: '開けなくなった日時', records: '登録' },
  panel: '書かれているリンク先',
  panelLead:
    '送られたあと1分ほどのうちに、自動で開いて確かめます。開けないもの、まだ確かめていないものがあるうちは、理由がなければ公開されません。',
  noLinks: 'リンク先はありません。',
  notYet: '確認を待っています',
  alive: '開けました',
  movedTo: (url: string) => `移転しています：${url}`,
  status: (status: number) => `開けません（${status}）`,
  uncertain: 'まだ確かめられていません',
  failures: {
    'address-refused': '外部から開けないアドレスです',
    unresolvable: 'ホスト名が見つかりません',
    unreachable: '接続できません',
    'too-slow': '時間内に応答がありません',
    'too-many-redirects': '転送が多すぎます',
  },
  despite: '開けない、または確かめていないリンクがあっても公開する理由',
  despiteHelp:
    '開けないリンクがあると公開できません。まだ確かめていないものは、公開の操作をしたときに数秒かけて確かめます。それでも公開するときだけ理由を書いてください。監査記録に残ります。',
};
