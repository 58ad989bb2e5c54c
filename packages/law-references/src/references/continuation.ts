import { type Draft, lowestOf } from './draft.ts';
import { headOf, type Level, type Phrase } from './phrase.ts';
import { type Place, placeOfArticle, placeOfParagraph } from './place.ts';

/** The last reference, and its end including brackets. */
export interface Last {
  draft: Draft;
  end: number;
  /** the conjunction that ended the list of articles that it is in: 及び, 又は, 若しくは */
  closedBy?: string | undefined;
}

const connector =
  /^(?:[、,・]\s?)?(?:及び|又は|若しくは|並びに|及ビ|又ハ|若ハ|若クハ|竝ニ|並ニ|および|または|もしくは|ならびに|と|や)?\s?$/;
const longestConnector = 8;

/** Chapters and sections, which are no references, between members of a list: 「第四十二条、第二章第四節及び第五十条」. */
const chapters =
  /^(?:、|及び|又は|若しくは|並びに)(?:第[一二三四五六七八九十百]+[編章節款目](?:の[一二三四五六七八九十]+)*)+/;
const longestGap = 30;

/** The connector between the last reference and the phrase; undefined if there are other words. */
export function connectorBetween(text: string, last: Last | undefined, start: number): string | undefined {
  if (last === undefined || start - last.end > longestGap || start === last.end) return undefined;
  const between = text.slice(last.end, start).replace(chapters, '');
  return between !== '' && between.length <= longestConnector && connector.test(between)
    ? between.trim()
    : undefined;
}

/** The conjunction that ends a list, after which 「、」 or a wider conjunction begins another. */
export function closing(
  joint: string | undefined,
  last: Last | undefined,
  isArticle: boolean,
): string | undefined {
  if (joint === undefined) return undefined;
  const conjunction = isArticle ? /及び|又は|若しくは/.exec(joint)?.[0] : undefined;
  return conjunction ?? last?.closedBy;
}

/** 「…法第百六条及び第百八条、第百六十三条並びに…」: 第百六十三条 is no longer of that law. */
function isClosed(joint: string, { closedBy }: Last): boolean {
  if (closedBy === undefined) return false;
  return joint === '、' || joint.includes('並びに') || (closedBy === '若しくは' && joint.includes('又は'));
}

const scope =
  /^(?:及び|並びに|又は|若しくは|から|まで|の各|各|[第前次同この条項号款節章編法令附則別表、の\d一二三四五六七八九十百千〇イ-ヱ])*(?:において(?:も|、)?(?:同じ|単に|「)|を除き、以下)/;
const longestScope = 90;

/** 「第五項において同じ。」 in a bracket says where a term holds, and speaks from the text's own place. */
const isScope = (text: string, { end }: Phrase): boolean => scope.test(text.slice(end, end + longestScope));

/** References that a phrase can continue: the last one, and the one before the open bracket. */
export interface Before {
  text: string;
  here: Place;
  last: Last | undefined;
  joint: string | undefined;
  attached: Draft | undefined;
}

/** Levels above the phrase's highest, from the reference it continues; undefined if it continues none. */
export function goesOnFrom(phrase: Phrase, { text, here, last, joint, attached }: Before): Place | undefined {
  const head = levelOf(phrase);
  if (head === undefined) return undefined;
  if (last !== undefined && joint !== undefined && last.draft.kind !== 'law') {
    const place = endOf(last.draft);
    const strict =
      here.law !== undefined && head === 'article' && !/[0-9]/.test(text[phrase.start + 1] ?? '');
    if (names(place, head) && !(strict && isClosed(joint, last))) {
      return phrase.supplementary ? { ...place, supplementary: true } : place;
    }
  }
  if (attached === undefined || phrase.supplementary || head === 'part') return undefined;
  const place = endOf(attached);
  const lacks =
    !names(place, head) ||
    (place.part === 'items' && head === 'item') ||
    isException(text, phrase, attached, head);
  const isOf = attached.kind === 'law' ? head === 'article' : lacks;
  return isOf && !isScope(text, phrase) ? place : undefined;
}

/** 「第三項から第五項まで（第四項を除く。）」: what a range leaves out is of the same article. */
const isException = (text: string, phrase: Phrase, attached: Draft, head: Level): boolean =>
  attached.to !== undefined &&
  lowestOf(attached.place) === head &&
  /^(?:を除|に係|に限)/.test(text.slice(phrase.end, phrase.end + 2));

/** Levels above the phrase's highest, from the text's own place. */
export function ownAbove(phrase: Phrase, here: Place): Place {
  switch (levelOf(phrase)) {
    case 'article':
      return { law: here.law };
    case 'paragraph':
      return placeOfArticle(here);
    case 'item':
      return placeOfParagraph(here);
    default:
      return { ...here };
  }
}

const levelOf = (phrase: Phrase) =>
  phrase.supplementary || phrase.table !== undefined ? 'article' : headOf(phrase);

/** The place of a reference; for a range, its last place. */
export const endOf = ({ place, to }: Draft): Place => (to === undefined ? place : { ...place, ...to });

function names(place: Place, level: 'article' | 'paragraph' | 'item' | 'subitem' | 'part'): boolean {
  if (level === 'article')
    return place.article !== undefined || place.supplementary === true || place.table !== undefined;
  return place[level] !== undefined;
}
