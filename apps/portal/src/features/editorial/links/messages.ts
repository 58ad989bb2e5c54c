import { phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
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

const en: typeof ja = {
  title: 'Dead links',
  lead: 'Addresses in published entries that could not be opened at least three times over at least three days. The organisations that entered them were told once by mail.',
  off: 'Checking links is turned off by the setting KAKEHASHI_LINK_CHECKS.',
  none: 'There are no dead links.',
  columns: { url: 'Address', what: 'Result', since: 'Since', records: 'Entries' },
  panel: 'Addresses it leads to',
  panelLead:
    'They are opened automatically within about a minute of sending. While one does not open, or was not checked yet, nothing is published without a reason.',
  noLinks: 'It leads nowhere else.',
  notYet: 'Not checked yet',
  alive: 'Opens',
  movedTo: (url: string) => `Has moved to ${url}`,
  status: (status: number) => `Does not open (${status})`,
  uncertain: 'Could not be checked yet',
  failures: {
    'address-refused': 'Cannot be opened from outside',
    unresolvable: 'There is no such host',
    unreachable: 'Cannot be reached',
    'too-slow': 'Did not answer in time',
    'too-many-redirects': 'Redirects too many times',
  },
  despite: 'Why it is published although links are dead or unchecked',
  despiteHelp:
    'Nothing is published with dead links. Those not checked yet are checked, in a few seconds, when you publish. Only to publish nevertheless, say why; the audit log keeps it.',
};

/** The sentences about links. */
export const linkText = phrasebook({ ja, en });
