import { z } from 'zod';
import { siteUrl } from '../i18n/site-url.ts';
import { exampleOf } from './api-example.ts';
import {
  answerSchemas,
  problemSchema,
  schemaName,
  single,
  sortSchema,
  suggestionsSchema,
  suggestParameters,
} from './api-schema.ts';
import type { Collections, OpenCollection } from './collections.ts';
import { licence } from './open-data.ts';

/** What a capability's own operations add to the OpenAPI document. */
export interface OpenApiPart {
  tag: { name: string; description: string };
  /** By path, from `/api/v1` on. */
  paths: Readonly<Record<string, object>>;
  schemas: Readonly<Record<string, object>>;
}

/**
 * The OpenAPI 3.1 document as JSON, written from the same schemas that calls are checked against.
 * @param parts  operations of capabilities beside those of the collections
 */
export function openApiJson(
  baseUrl: string,
  collections: Collections,
  parts: readonly OpenApiPart[],
): string {
  return JSON.stringify(openApiDocument(baseUrl, collections, parts));
}

function openApiDocument(baseUrl: string, collections: Collections, parts: readonly OpenApiPart[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kakehashi API',
      version: '1.0.0',
      description:
        'Published entries of Kakehashi（架け橋）, for reading by anybody. Repeated parameters are alternatives; an unknown parameter or value is refused with problem details (RFC 9457). / 架け橋に載っている取組を、だれでも読み出せます。同じパラメーターを繰り返すと「どれか」の意味になり、知らないパラメーターや値には problem details（RFC 9457）で答えます。',
      termsOfService: siteUrl(baseUrl, '/terms'),
      contact: { name: 'Kakehashi / 架け橋', url: siteUrl(baseUrl, '/about') },
      license: licence,
    },
    servers: [{ url: baseUrl }],
    // Everybody may call every operation, which is said so that it is not taken for an omission.
    security: [],
    tags: [
      ...collections.all().map(({ declaration: { name, label, words } }) => ({
        name,
        description: `${label.en}: ${words.en.description} / ${words.ja.description}`,
      })),
      { name: 'suggestions', description: 'Words while somebody types / 入力の途中の候補' },
      ...parts.map(({ tag }) => tag),
    ],
    paths: {
      ...Object.fromEntries(collections.all().flatMap(pathsOf)),
      '/api/v1/suggest': suggestPath,
      ...Object.assign({}, ...parts.map(({ paths }) => paths)),
    },
    components: {
      schemas: {
        ...componentSchemas(collections),
        ...Object.assign({}, ...parts.map(({ schemas }) => schemas)),
      },
    },
  };
}

const notChanged = {
  description:
    'Not changed since the ETag given in If-None-Match / If-None-Match の ETag から変わっていません',
};

const tooMany = problem(
  'Too many calls; Retry-After says when to come back / 呼び出しが多すぎます。Retry-After のあとにもう一度',
);

const suggestPath = {
  get: {
    operationId: 'suggest',
    tags: ['suggestions'],
    summary: 'Words that begin so / 入力の候補',
    description:
      'Titles and words of the records that go on from what was typed. Without q there are none. / 入力されたことばに続く、題やことば。q がなければ候補はありません。',
    parameters: Object.entries(suggestParameters).map(([name, schema]) => parameter(name, schema)),
    responses: {
      200: {
        description: 'Suggestions, the most useful first / 役に立つ順の候補',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Suggestions' },
            example: {
              suggestions: ['フィッシング', 'フィッシング対策協議会'],
              pages: [
                {
                  title: '偽サイトにIDやパスワードを入力してしまった',
                  url: 'https://kakehashi.example/help/phishing',
                },
              ],
            },
          },
          'application/x-suggestions+json': {
            schema: {
              type: 'array',
              description: 'What was asked, then the suggestions / 尋ねたことばと、その候補',
              minItems: 2,
              maxItems: 2,
              items: {},
            },
            example: ['フィ', ['フィッシング', 'フィッシング対策協議会']],
          },
        },
      },
      304: notChanged,
      400: problem('An unknown parameter or value / 知らないパラメーターか値'),
      429: tooMany,
    },
  },
};

/** The two paths of a collection. */
function pathsOf(collection: OpenCollection): [path: string, item: object][] {
  const { name, label, path } = collection.declaration;
  const { names } = answerSchemas(collection);
  const one = schemaName(label.one);
  const example = exampleOf(collection);
  return [
    [
      `/api/v1/${name}`,
      {
        get: {
          operationId: `list${schemaName(name)}`,
          tags: [name],
          summary: `Search and list ${label.en} / ${label.ja}を探す`,
          description: `Finds ${label.en} by words and conditions, as the page ${path} does. Values of one parameter are alternatives; every parameter given must be met. / ことばと条件で${label.ja}を探します。同じパラメーターの値はどれか、異なるパラメーターはすべてを満たすものを返します。`,
          parameters: [
            ...Object.entries(single).map(([each, schema]) => parameter(each, schema)),
            parameter('sort', sortSchema(collection)),
            ...repeatableParameters(collection),
          ],
          responses: {
            200: answer(
              'Entries that match, with facet counts / 合うものと、しぼりこみごとの件数',
              names.list,
              { total: 1, items: [example], facets: {}, relaxed: false, suggestions: [] },
            ),
            304: notChanged,
            400: problem(
              'An unknown parameter or value, named in problems / 知らないパラメーターか値。problems が名前を示します',
            ),
            429: tooMany,
          },
        },
      },
    ],
    [
      `/api/v1/${name}/{id}`,
      {
        get: {
          operationId: `get${one}`,
          tags: [name],
          summary: `One ${label.one} / ${label.ja}をひとつ取り出す`,
          description: `All that the site tells of one ${label.one}. / ${label.ja}ひとつについて、載せていることのすべて。`,
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              description: 'Identifier, as in the field id of a list / 識別子。一覧の id の値',
              schema: { type: 'string', minLength: 1, maxLength: 100 },
            },
            parameter('lang', single.lang),
          ],
          responses: {
            200: answer(`The ${label.one} / その${label.ja}`, names.one, example),
            304: notChanged,
            400: problem('An unknown parameter or value / 知らないパラメーターか値'),
            404: problem(`No such ${label.one} / その識別子の${label.ja}はありません`),
            429: tooMany,
          },
        },
      },
    ],
  ];
}

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
  return { name, in: 'query', description, schema: withFormats(jsonSchema) };
}

function componentSchemas(collections: Collections) {
  const registry = z.registry<{ id: string }>();
  for (const collection of collections.all()) {
    const { names, one, list } = answerSchemas(collection);
    registry.add(one, { id: names.one });
    registry.add(list, { id: names.list });
  }
  registry.add(suggestionsSchema, { id: 'Suggestions' });
  registry.add(problemSchema, { id: 'Problem' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  // The document says by itself where a schema stands and which dialect it is in.
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, $schema: __, ...schema }]) => [name, withFormats(schema)]),
  );
}

function answer(description: string, schema: string, example: object) {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, example } },
  };
}

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

const largestInt32 = 2 ** 31 - 1;

/** Whole numbers with the format by which generated clients choose their type, instead of JavaScript's own bounds. */
function withFormats<Schema extends object>(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (_, part) => {
    if (part?.type !== 'integer') return part;
    const { minimum, maximum, ...rest } = part;
    const isBounded = (limit: unknown) =>
      typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
    return {
      ...rest,
      format: isBounded(maximum) && maximum <= largestInt32 ? 'int32' : 'int64',
      ...(isBounded(minimum) && { minimum }),
      ...(isBounded(maximum) && { maximum }),
    };
  });
}
