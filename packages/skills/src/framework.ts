/** One model for every framework of roles and what they ask of people. */

export type Language = 'ja' | 'en';

/** A text in the languages it is there in; a published framework has the publisher's. */
export type Wording = { readonly [language in Language]?: string };

/** What a framework asks of people. `statement` is where the publisher tells no knowledge from skill. */
export type ItemKind = 'task' | 'knowledge' | 'skill' | 'statement';

/** A step of ability, lowest first in `Framework.levels`. */
export interface Level {
  readonly id: string;
  readonly title: Wording;
  readonly text?: Wording;
}

/** A task, a piece of knowledge or a skill. */
export interface Item {
  /** As published. */
  readonly id: string;
  readonly kind: ItemKind;
  /** A short name, where the publisher gives one. */
  readonly title?: Wording;
  /** The statement; where the licence or the size forbids to ship it, it comes from the publisher's file. */
  readonly text?: Wording;
  /** What one does at each level, by the level's id. */
  readonly levels?: { readonly [level: string]: Wording };
  readonly group?: string;
  /** Where this version says that the item stands in place of others: their ids in the version before. */
  readonly replaces?: readonly string[];
}

/** How a publisher marks what it asks of a role. */
export type Emphasis = 'core' | 'additional';

/** One item that a role asks. */
export interface Requirement {
  readonly item: string;
  /** The level that the role asks, by its id; without one it is asked in full. */
  readonly level?: string;
  readonly emphasis?: Emphasis;
}

/** A rung of a role. The publisher gives no order of seniority, so there is none here. */
export interface RoleGrade {
  /** The role's title and the grade's, as `Data architect / Chief data architect`. */
  readonly id: string;
  readonly title: Wording;
  readonly text?: Wording;
  readonly requires: readonly Requirement[];
}

export interface Role {
  /** As published; the title where the publisher gives roles no identifier. */
  readonly id: string;
  readonly title: Wording;
  readonly text?: Wording;
  readonly group?: string;
  readonly requires: readonly Requirement[];
  readonly grades?: readonly RoleGrade[];
  /** Identifiers that the publisher itself gives the role elsewhere, such as the OPM code. */
  readonly aliases?: readonly string[];
}

export interface Group {
  readonly id: string;
  readonly kind: 'category' | 'competency-area' | 'area';
  readonly title: Wording;
  readonly text?: Wording;
}

/**
 * How an item or role here stands to one of another framework. None says that two are equivalent: whoever holds one
 * has not shown to hold the other.
 * - `same`: both mean the same ability, in other words
 * - `wider`: the one here takes in the other and more
 * - `narrower`: the one here is part of the other
 * - `near`: they overlap, neither takes in the other
 */
export type Match = 'same' | 'wider' | 'narrower' | 'near';

export interface Mapping {
  /** An item or role of this framework. */
  readonly id: string;
  readonly match: Match;
  readonly framework: string;
  /** Its identifier there. */
  readonly target: string;
  /** Who says so. */
  readonly by: 'publisher' | 'kakehashi';
}

export interface Licence {
  readonly name: string;
  readonly url?: string;
  /** What has to stand where the data is shown. */
  readonly notice: string;
}

export interface Source {
  readonly publisher: string;
  readonly title: string;
  readonly url?: string;
  /** Day of the publication or export, `yyyy-mm-dd`. */
  readonly published: string;
}

export interface Framework {
  readonly id: string;
  readonly version: string;
  readonly title: Wording;
  /** Languages that every title is there in. */
  readonly languages: readonly Language[];
  readonly source: Source;
  readonly licence: Licence;
  /** Lowest first; empty where the framework has none. */
  readonly levels: readonly Level[];
  readonly groups: readonly Group[];
  readonly items: readonly Item[];
  readonly roles: readonly Role[];
  readonly mappings: readonly Mapping[];
}

/** The wording in a language, or in the other where it is missing there. */
export function wordingIn(wording: Wording | undefined, language: Language): string | undefined {
  return wording?.[language] ?? wording?.[language === 'ja' ? 'en' : 'ja'];
}
