import type { Reading } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import type { SignedInUser } from '../identity/user.ts';
import type { OrganisationRoom } from '../organisations/rooms.ts';

/** What every page knows of the request it answers, made once per request. */
export interface PageContext extends Reading {
  /** Path without the language prefix, as in `/search`. */
  path: string;
  /** Query string with its `?`, or empty. */
  queryString: string;
  /** Origin the site is reached under, without a slash at the end. */
  baseUrl: string;
  /** Nonce of this answer's Content-Security-Policy. */
  nonce: string;
  /** Addresses of the built style sheets and script. */
  assets: {
    styles: string;
    fonts: string;
    script: string;
    /** A capability's own sheet, by the capability's folder. */
    capabilityStyles: Readonly<Record<string, string>>;
  };
  /** Today in Asia/Tokyo, `YYYY-MM-DD`. */
  today: string;
  /** Who is signed in; absent: nobody. */
  user?: SignedInUser;
  /** The signed-in pages that this user may open, in order; absent: nobody is signed in. */
  menu?: readonly MenuLink[];
  /** Links that stand on every page. */
  navigation: Navigation;
  /** Takes a path without language prefix to the address in the reader's language. */
  href(path: string): string;
}

/** The context of a page that only somebody signed in sees. */
export interface SignedInContext extends PageContext {
  user: SignedInUser;
}

/** The context of a page within an organisation's room. */
export interface OrganisationContext extends SignedInContext, OrganisationRoom {
  /** The pages of the room that capabilities offer and this user may open, in order. */
  roomMenu: readonly MenuLink[];
}

/** An entry of the signed-in menu. */
export interface MenuLink {
  /** Without language prefix. */
  path: string;
  label: Label;
  /** One of the pages on which the site itself is run, which stand together. */
  administration?: true;
}

/** A link that a capability puts on every page. */
export interface NavigationEntry {
  /** Without language prefix. */
  path: string;
  /** For the main menu, worded for the reader, where the link stands there. */
  header?: { position: number; label(reading: Reading): string };
  /** The same below every page. */
  footer?: { group: FooterGroup; position: number; label(reading: Reading): string };
}

export const footerGroups = ['find', 'site', 'data'] as const;
type FooterGroup = (typeof footerGroups)[number];

interface NavigationLink {
  path: string;
  label(reading: Reading): string;
}

/** The links of all capabilities in their places, lowest position first. */
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
