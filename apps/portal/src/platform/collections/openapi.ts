import { z } from 'zod';
import { answerSchemas, problemSchema, schemaName, single, sortSchema } from './api-schema.ts';
import type { Collections, OpenCollection } from './collections.ts';
import { licence } from './open-data.ts';

/** The OpenAPI 3.1 document as JSON, written from the same schemas that calls are checked against. */
export function openApiJson(baseUrl: string, collections: Collections): string {
  return JSON.stringify(openApiDocument(baseUrl, collections));
}

function openApiDocument(baseUrl: string, collections: Collections) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kakehashi API',
      version: '1.0.0',
      description:
        'Published entries of Kakehashi（架け橋）, for reading by anybody. Repeated parameters are alternatives; an unknown parameter or value is refused with problem details (RFC 9457). / 架け橋に載っている取組を、だれでも読み出せます。同じパラメーターを繰り返すと「どれか」の意味になり、知らないパラメーターや値には problem details（RFC 9457）で答えます。',
      license: licence,
    },
    servers: [{ url: baseUrl }],
    paths: {
      ...Object.fromEntries(collections.all().flatMap(pathsOf)),
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
    components: { schemas: componentSchemas(collections) },
  };
}

/** The two paths of a collection. */
function pathsOf(collection: OpenCollection): [path: string, item: object][] {
  const { name, label } = collection.declaration;
  const { names } = answerSchemas(collection);
  const one = schemaName(label.one);
  return [
    [
      `/api/v1/${name}`,
      {
        get: {
          operationId: `list${schemaName(name)}`,
          summary: `Search and list ${label.en} / ${label.ja}を探す`,
          parameters: [
            ...Object.entries(single).map(([each, schema]) => parameter(each, schema)),
            parameter('sort', sortSchema(collection)),
            ...repeatableParameters(collection),
          ],
          responses: {
            200: answer(
              'Entries that match, with facet counts / 合うものと、しぼりこみごとの件数',
              names.list,
            ),
            304: notChanged,
            400: problem(
              'An unknown parameter or value, named in problems / 知らないパラメーターか値。problems が名前を示します',
            ),
            429: problem(
              'Too many calls; Retry-After says when to come back / 呼び出しが多すぎます。Retry-After のあとにもう一度',
            ),
          },
        },
      },
    ],
    [
      `/api/v1/${name}/{id}`,
      {
        get: {
          operationId: `get${one}`,
          summary: `One ${label.one} / ${label.ja}をひとつ取り出す`,
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            parameter('lang', single.lang),
          ],
          responses: {
            200: answer(`The ${label.one} / その${label.ja}`, names.one),
            304: notChanged,
            400: problem('An unknown parameter or value / 知らないパラメーターか値'),
            404: problem(`No such ${label.one} / その識別子の${label.ja}はありません`),
            429: problem('Too many calls / 呼び出しが多すぎます'),
          },
        },
      },
    ],
  ];
}

const notChanged = {
  description:
    'Not changed since the ETag given in If-None-Match / If-None-Match の ETag から変わっていません',
};

function repeatableParameters(collection: OpenCollection) {
  const kinds = collection.kinds().map(({ name }) => name);
  const repeatable = (name: string, description: string, items: object) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'array', items },
    style: 'form',
    explode: true,
  });
  return [
    repeatable(
      'kind',
      `Publication kind, such as ${kinds.slice(0, 2).join(' or ')} / 種別。${kinds.slice(0, 2).join('や')}`,
      {
        type: 'string',
        enum: kinds,
      },
    ),
    ...collection.apiFacets.map(({ name, meaning, asWord }) =>
      repeatable(name, `${meaning.en} / ${meaning.ja}`, {
        type: 'string',
        // A facet given by its label also accepts the label in either language, so its values are not a
        // closed list.
        ...(!asWord && { enum: collection.vocabulary().values(name) }),
      }),
    ),
  ];
}

function parameter(name: string, schema: z.ZodType) {
  // The schema describes the parsed value, not the text sent: a whole number is described as a number.
  const { $schema: _, description = '', ...jsonSchema } = z.toJSONSchema(schema, { io: 'output' });
  return { name, in: 'query', description, schema: jsonSchema };
}

function componentSchemas(collections: Collections) {
  const registry = z.registry<{ id: string }>();
  for (const collection of collections.all()) {
    const { names, one, list } = answerSchemas(collection);
    registry.add(one, { id: names.one });
    registry.add(list, { id: names.list });
  }
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
