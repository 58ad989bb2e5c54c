import type { Component } from '../../component.ts';

/** A component known by its package URL alone. */
export const component = (purl: string, version?: string): Component => ({
  name: purl,
  ...(version === undefined ? {} : { version }),
  purl,
  licences: [],
  hashes: [],
});

type Events = Record<string, string>[];

/** An OSV record of one package with one range. */
export const record = (
  id: string,
  ecosystem: string,
  name: string,
  events: Events,
  more: object = {},
): object => ({
  id,
  modified: '2026-01-01T00:00:00Z',
  affected: [{ package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events }] }],
  ...more,
});
