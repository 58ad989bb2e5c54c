import type { Reading } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import type { SignedInUser } from '../identity/user.ts';
import type { OrganisationRoom } from '../organisations/rooms.ts';
import type { LinkTargets } from './link-targets.ts';
import type { Page } from './page.ts';

/** Context of a request for a page, created once per request. */
export interface PageContext extends Reading {
  /** Path without the language prefix, as in `/search`. */
  path: string;
  /** Query string with its `?`, or empty. */
  queryString: string;
  /** Origin of the site, without a trailing slash. */
  baseUrl: string;
  /** Nonce of this response's Content-Security-Policy. */
  nonce: string;
  /** Addresses of the built style sheets and script. */
  assets: {
    styles: string;
    fonts: string;
    script: string;
    /** A capability's own style sheet, by the capability's folder. */
    capabilityStyles: Readonly<Record<string, string>>;
  };
  /** Today in Asia/Tokyo, `YYYY-MM-DD`. */
  today: string;
  /** The signed-in user; absent: nobody. */
  user?: SignedInUser;
  /** The signed-in pages that this user may open, in order; absent: nobody is signed in. */
  menu?: readonly MenuLink[];
  /** Links to the user's own pages, from the capabilities that have some; absent: nobody is signed in. */
  userLinks?(ctx: SignedInContext): readonly Page[];
  /** Links shown on every page. */
  navigation: Navigation;
  /** Pages of other capabilities, those that are there. */
  linkTargets?: Partial<LinkTargets>;
  /** Path in the reader's language for a path without language prefix. */
  href(path: string): string;
}

/** Context of a page for signed-in users. */
export interface SignedInContext extends PageContext {
  user: SignedInUser;
}

/** Context of a page in an organisation's room. */
export interface OrganisationContext extends SignedInContext, OrganisationRoom {
  /** The room's pages from capabilities that this user may open, in order. */
  roomMenu: readonly MenuLink[];
}

/** An entry of the signed-in menu. */
export interface MenuLink {
  /** Without language prefix. */
  path: string;
  label: Label;
  /** A page for administering the site; these are grouped. */
  administration?: true;
}

/** A link of a capability on every page. */
export interface NavigationEntry {
  /** Without language prefix. */
  path: string;
  /** Entry in the main menu, labelled for the reader. */
  header?: { position: number; label(reading: Reading): string };
  /** Entry in the footer. */
  footer?: { group: FooterGroup; position: number; label(reading: Reading): string };
}

export const footerGroups = ['find', 'site', 'data'] as const;
type FooterGroup = (typeof footerGroups)[number];

interface NavigationLink {
  path: string;
  label(reading: Reading): string;
}

/** The links of all capabilities by place, lowest position first. */
export interface Navigation {
  header: readonly NavigationLink[];
  footer: Readonly<Record<FooterGroup, readonly NavigationLink[]>>;
}

export function arrangeNavigation(entries: readonly NavigationEntry[]): Navigation {
  const inOrder = (places: readonly ({ path: string } & NonNullable<NavigationEntry['header']>)[]) =>
    places.toSorted((one, other) => one.position - other.position);
  const below = (group: FooterGroup) =>
    inOrder(entries.flatMap(({ path, footer }) => (footer?.group === group ? [{ path, ...footer }] : [])));
  return {
    header: inOrder(entries.flatMap(({ path, header }) => (header ? [{ path, ...header }] : []))),
    footer: { find: below('find'), site: below('site'), data: below('data') },
  };
}
