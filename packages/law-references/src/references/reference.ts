/** A provision within a law. */
export interface Provision {
  /** number of the article, branches by `_`: 第六十条の二 is `60_2` */
  article: string | undefined;
  paragraph: number | undefined;
  /** number of the item (号), branches by `_` */
  item: string | undefined;
  /** what follows an item: `イ`, `イ(1)` */
  subitem?: string;
}

/** Of a provision: ただし書, 本文, 前段, 中段, 後段, 柱書（各号列記以外の部分）, 各号. */
export type ProvisionPart = 'proviso' | 'main' | 'first' | 'middle' | 'latter' | 'introduction' | 'items';

/** Where a text names a law or a part of one. */
export interface Reference extends Provision {
  /** offsets into the text in UTF-16 units, `end` behind the last */
  start: number;
  end: number;
  /** e-Gov id of the law; undefined where the law is not known, or has no id known for certain */
  law: string | undefined;
  /** `article` also where the text names but a paragraph or an item of its own article */
  kind: 'article' | 'supplementary' | 'table' | 'law';
  /** the last provision of a range; the reference itself is the first */
  to?: Provision;
  part?: ProvisionPart;
  /** number of the 別表, where it has one */
  table?: string;
  /** number of a row (項) of the 別表 */
  row?: string;
  /** the law's title, or the name that the text gives one without an id */
  lawTitle?: string;
  /** 法令番号, in kanji */
  lawNumber?: string;
}

/** The place of a text. Every part is optional. */
export interface TextPlace {
  /** e-Gov id */
  law?: string;
  article?: string;
  paragraph?: number;
  item?: string;
  /** whether the text is in the law's 附則 */
  supplementary?: boolean;
  /** the law's articles in order: with them 前条 and 次条 also meet the branches */
  articles?: readonly string[];
}
