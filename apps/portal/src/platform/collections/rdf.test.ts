import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { describe, expect, it } from 'vitest';
import { type RdfNode, type RdfValue, writeJsonLdGraph, writeTurtle } from './rdf.ts';

const prefixes = { ex: 'https://example.jp/terms#', xsd: 'http://www.w3.org/2001/XMLSchema#' };

const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((words) => words.isWellFormed());
const iri = fc.webUrl().map((url) => new URL(url).href);
const value: fc.Arbitrary<RdfValue> = fc.oneof(
  fc.record({ iri }),
  fc.record({ text }),
  fc.record({ text, language: fc.constantFrom('ja', 'en') }),
  fc.record({ value: fc.constant('2026-11-30'), datatype: fc.constant('xsd:date') }),
);
const leaf: fc.Arbitrary<RdfNode> = fc.record({
  id: iri.map((address) => `${address}#leaf`),
  type: fc.constant('ex:Leaf'),
  properties: fc.record({ 'ex:a': fc.array(value, { maxLength: 3 }) }),
});
const root: fc.Arbitrary<RdfNode> = fc.record({
  id: fc.constant('https://example.jp/'),
  type: fc.constant('ex:Root'),
  properties: fc.record({
    'ex:b': fc.oneof(value, fc.constant(undefined)),
    'ex:c': fc.uniqueArray(leaf, { maxLength: 3, selector: ({ id }) => id }),
  }),
});

/** The statements of Turtle, in canonical order. */
async function statementsOfTurtle(turtle: string): Promise<string> {
  const quads = new Parser({ format: 'Turtle' }).parse(turtle);
  const written = new Writer({ format: 'N-Quads' }).quadsToString(quads);
  return canonical(written);
}

const canonical = (nQuads: string) =>
  jsonld.canonize(
    nQuads as never,
    {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      format: 'application/n-quads',
    } as never,
  ) as unknown as Promise<string>;

async function statementsOfJsonLd(document: string): Promise<string> {
  return canonical(
    (await jsonld.toRDF(JSON.parse(document), { format: 'application/n-quads' })) as unknown as string,
  );
}

describe('a description in RDF', () => {
  it('says the same in Turtle as in JSON-LD, whatever its words', async () => {
    await fc.assert(
      fc.asyncProperty(root, async (node) => {
        const turtle = await statementsOfTurtle(writeTurtle(node, prefixes));
        expect(turtle).toBe(await statementsOfJsonLd(writeJsonLdGraph(node, prefixes)));
        expect(turtle).toContain('<https://example.jp/terms#Root>');
      }),
    );
  });
});
