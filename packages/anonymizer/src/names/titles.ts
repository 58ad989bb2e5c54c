/** What stands behind a person's name. */
const HONORIFICS =
  '氏|さん|様|殿|先生|教授|准教授|名誉教授|博士|選手|監督|容疑者|被告|弁護士|医師|議員|記者|講師|司書|技師|看護師長|師長|看護師|薬剤師|保健師|税理士|会計士|教頭|校長|夫人|夫妻|社長夫人';
const ROLES =
  '代表取締役社長|代表取締役会長|代表取締役|取締役|執行役員|常務取締役|専務取締役|常務|専務|副社長|社長|会長|理事長|副理事長|理事|監事|監査役|所長|副所長|院長|副院長|学長|総長|校長|教頭|園長|局長|部長|副部長|次長|課長代理|課長補佐|課長|係長|主任|主査|主幹|室長|班長|店長|支店長|工場長|センター長|リーダー|マネージャー|マネジャー|ディレクター|本部長|事業部長|統括部長|グループ長|チーム長|チームリーダー|委員長|事務局長|事務長|市長|町長|村長|知事|区長|大臣|長官|CISO|CIO|CEO|CTO|CFO|COO|CSO|主席研究員|主任研究員|研究員|看護師長|師長|技師|技師長|顧問|相談役|担当者|担当';

export const AFTER_NAME = new RegExp(`(?:${HONORIFICS}|(?:元|前|現|新|副)?(?:${ROLES}))(?!会)`, 'uy');
/** What stands before a person's name, up to it. */
export const BEFORE_NAME = new RegExp(
  `(?:${ROLES}|担当者?|(?:報告|申告|通報|起票|対応|連絡|作成|承認|記入|提出|相談|確認|依頼)者|氏名|名前|責任者|執筆者?|著者|連絡先|窓口|発表者|講師|議長|座長|聞き手|話し手|回答者|出席者|同席者|患者|被害者|申請者|届出者)(?:の|は|が|である|[:： 　・、（(「])+$`,
  'u',
);

/** Titles that end a stretch, as the model takes them for part of a name. */
export const HONORIFIC_AT_END = new RegExp(`(?:${HONORIFICS})$`, 'u');
export const ROLE_AT_END = new RegExp(`(?:元|前|現|新|副)?(?:${ROLES})$`, 'u');
