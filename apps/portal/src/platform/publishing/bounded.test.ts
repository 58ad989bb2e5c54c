import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { registerKinds } from '../../portal.ts';
import { unboundedPaths } from './bounded.ts';
import { field } from './field.ts';
import { defineKind } from './kind.ts';

const label = { ja: '題', en: 'Title' };

describe('a kind', () => {
  test.each([
    ['a text', z.string()],
    ['a text that may be absent', z.string().optional()],
    ['an address', z.url()],
    ['a pattern', z.string().regex(/^a+$/)],
    ['a text in a list', z.array(z.string()).max(3)],
    ['a list', z.array(z.string().max(3))],
    ['a key', z.record(z.string(), z.boolean())],
    ['a moment with any number of digits', z.iso.datetime()],
    ['a text of one of several sorts', z.union([z.boolean(), z.string()])],
    ['anything', z.unknown()],
  ])('cannot be declared with %s of any length', (_, schema) => {
    const declare = () =>
      defineKind({
        name: 'loose',
        label,
        listed: false,
        schema: z.strictObject({ it: field(schema, { label }) }),
      });
    expect(declare).toThrow(/^of the kind loose these have no longest length: \.it/);
  });

  test('of the portal has a longest length for each of its texts and lists', () => {
    const kinds = registerKinds().all();
    expect(kinds.length).toBeGreaterThan(8);
    for (const kind of kinds) expect(unboundedPaths(kind.schema), kind.name).toEqual([]);
  });
});
