import { z } from 'zod';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import {
  entriesSchema,
  entrySchema,
  parameterMeaning,
  problemSchema,
  repeatable,
  single,
} from './api-schema.ts';
import { facetNames } from './query.ts';

/** The OpenAPI 3.1 document as JSON, written from the same schemas that calls are checked against. */
export function openApiJson(baseUrl: string, vocabulary: Vocabulary, kinds: readonly string[]): string {
  return JSON.stringify(openApiDocument(baseUrl, vocabulary, kinds));
}

function openApiDocument(baseUrl: string, vocabulary: Vocabulary, kinds: readonly string[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kakehashi API',
      version: '1.0.0',
      description:
        'Published entries of Kakehashi（架け橋）, for reading by anybody. Repeated parameters are alternatives; an unknown parameter or value is refused with problem details (RFC 9457). / 架け橋に載っている取組を、だれでも読み出せます。同じパラメーターを繰り返すと「どれか」の意味になり、知らないパラメーターや値には problem details（RFC 9457）で答えます。',
      license: {
        name: 'Public Data License 1.0 (PDL 1.0)',
        url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
      },
    },
    servers: [{ url: baseUrl }],
    paths: {
      '/api/v1/entries': {
        get: {
          operationId: 'listEntries',
          summary: 'Search and list entries / 取組を探す',
          parameters: [...singleParameters(), ...repeatableParameters(vocabulary, kinds)],
          responses: {
            200: answer(
              'Entries that match, with facet counts / 合うものと、しぼりこみごとの件数',
              'Entries',
            ),
            304: {
              description:
                'Not changed since the ETag given in If-None-Match / If-None-Match の ETag から変わっていません',
            },
            400: problem(
              'An unknown parameter or value, named in problems / 知らないパラメーターか値。problems が名前を示します',
            ),
            429: problem(
              'Too many calls; Retry-After says when to come back / 呼び出しが多すぎます。Retry-After のあとにもう一度',
            ),
          },
        },
      },
      '/api/v1/entries/{id}': {
        get: {
          operationId: 'getEntry',
          summary: 'One entry / 取組をひとつ取り出す',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            parameter('lang', single.lang),
          ],
          responses: {
            200: answer('The entry / その取組', 'Entry'),
            304: {
              description:
                'Not changed since the ETag given in If-None-Match / If-None-Match の ETag から変わっていません',
            },
            400: problem('An unknown parameter or value / 知らないパラメーターか値'),
            404: problem('No such entry / その識別子の取組はありません'),
            429: problem('Too many calls / 呼び出しが多すぎます'),
          },
        },
      },
      '/api/v1/suggest': {
        get: {
          operationId: 'suggest',
          summary: 'Words that begin so / 入力の候補',
          parameters: [
            { name: 'q', in: 'query', required: true, schema: { type: 'string', maxLength: 100 } },
          ],
          responses: {
            200: {
              description: 'Suggestions, the most useful first / 役に立つ順の候補',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: { suggestions: { type: 'array', items: { type: 'string' } } },
                  },
                },
              },
            },
            429: problem('Too many calls / 呼び出しが多すぎます'),
          },
        },
      },
    },
    components: { schemas: componentSchemas() },
  };
}

function singleParameters() {
  return Object.entries(single).map(([name, schema]) => parameter(name, schema));
}

function repeatableParameters(vocabulary: Vocabulary, kinds: readonly string[]) {
  return repeatable.map((name) => {
    const facet = facetNames.find((other) => other === name);
    const values = facet ? vocabulary.values(facet) : [...kinds];
    // A category may be given as its word in either language too, so its values are not a closed list.
    const items = name === 'category' ? { type: 'string' } : { type: 'string', enum: values };
    return {
      name,
      in: 'query',
      description: parameterMeaning[name] ?? '',
      schema: { type: 'array', items },
      style: 'form',
      explode: true,
    };
  });
}

function parameter(name: string, schema: z.ZodType) {
  // As it is read, not as it arrives: a whole number comes as text and is described as the number it is.
  const { $schema: _, description = '', ...jsonSchema } = z.toJSONSchema(schema, { io: 'output' });
  return { name, in: 'query', description, schema: jsonSchema };
}

function componentSchemas() {
  const registry = z.registry<{ id: string }>();
  registry.add(entrySchema, { id: 'Entry' });
  registry.add(entriesSchema, { id: 'Entries' });
  registry.add(problemSchema, { id: 'Problem' });
  return z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas;
}

function answer(description: string, schema: string) {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
