import type { OpenApiPart } from '../../../../platform/collections/openapi.ts';
import { type Dimension, domains } from './demand/dimensions.ts';
import { publishedTables } from './gap.ts';
import { method } from './gap-map.ts';
import { gapMapPaths } from './paths.ts';

const meanings: Readonly<Record<Dimension, string>> = {
  role: 'Role of the Kakehashi set / 役割',
  skill: 'Skill of the Kakehashi set / スキル',
  prefecture: 'Prefecture, JIS X 0401 / 都道府県',
  industry: 'Industry of those who answered / 業種',
  size: 'Size of those who answered / 規模',
};
const values = (dimension: Dimension) => ({ type: 'string', enum: domains[dimension] });
const parameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
});
const dimensions = Object.keys(domains) as Dimension[];
const number = (description: string, nullable: boolean) => ({
  type: nullable ? ['integer', 'null'] : 'integer',
  format: 'int64',
  description,
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const none = { prefecture: null, industry: null, size: null };

/** The gap map in the document of the public API. */
export const gapMapOpenApi: OpenApiPart = {
  tag: { name: 'needs', description: 'Demand and supply of learning / 学びの需要と供給' },
  paths: {
    [`/api/v1${gapMapPaths.api}`]: {
      get: {
        operationId: 'getNeedsGap',
        tags: ['needs'],
        summary: 'Demand against supply / 需要と供給の差',
        description: `${method}. Published tables: ${publishedTables.map((table) => table.join(' × ')).join(', ')}; other combinations are refused. / 需要と供給と、その差。5つより少ない組織の需要と、それを推測させる数は公表しません。`,
        parameters: [
          parameter(
            'by',
            'Dimensions by which cells are told apart, with commas / マスを分ける軸（コンマ区切り）',
            {
              type: 'string',
              default: 'role,skill',
              example: 'role,skill',
            },
          ),
          ...dimensions.map((dimension) => parameter(dimension, meanings[dimension], values(dimension))),
          parameter('until', 'Month at whose end it is asked; default: the latest / 時点の月', {
            type: 'string',
            pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
          }),
          parameter('lang', 'Language of problems / 問題の説明の言語', {
            type: 'string',
            enum: ['ja', 'en'],
          }),
        ],
        responses: {
          200: {
            description: 'Every cell that the question tells apart / 問いが分けるすべてのマス',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/NeedsGap' },
                example: {
                  cells: [
                    {
                      role: 'dx-manager',
                      skill: 'buy-cloud',
                      ...none,
                      demand: 120,
                      supply: 80,
                      gap: 40,
                      suppressed: false,
                    },
                    {
                      role: 'dx-manager',
                      skill: 'aud-controls',
                      ...none,
                      demand: null,
                      supply: 20,
                      gap: null,
                      suppressed: true,
                    },
                  ],
                  method,
                  asOf: '2026-10',
                  supplyAsOf: '2026-11-30T12:00:00.000Z',
                  sample: false,
                },
              },
            },
          },
          304: {
            description:
              'Not changed since the ETag given in If-None-Match / If-None-Match の ETag から変わっていません',
          },
          400: problem(
            'An unknown parameter or value, or a combination that is not published / 知らないパラメーターか値、公表していない組み合わせ',
          ),
          429: problem(
            'Too many calls; Retry-After says when to come back / 呼び出しが多すぎます。Retry-After のあとにもう一度',
          ),
        },
      },
    },
  },
  schemas: {
    NeedsGap: {
      type: 'object',
      required: ['cells', 'method', 'asOf', 'supplyAsOf', 'sample'],
      properties: {
        cells: { type: 'array', items: { $ref: '#/components/schemas/NeedsGapCell' } },
        method: { type: 'string', description: 'How the numbers come about / 数え方' },
        asOf: { type: ['string', 'null'], description: 'Month up to whose end demand counts / 需要の時点' },
        supplyAsOf: { type: 'string', format: 'date-time', description: 'Moment of the supply / 供給の時点' },
        sample: {
          type: 'boolean',
          description: 'Whether some of the demand is a sample / 需要に見本を含むか',
        },
      },
    },
    NeedsGapCell: {
      type: 'object',
      required: [...dimensions, 'demand', 'supply', 'gap', 'suppressed'],
      properties: {
        ...Object.fromEntries(
          dimensions.map((dimension) => [
            dimension,
            {
              type: ['string', 'null'],
              description: `${meanings[dimension]}; null: summed over / nullは合計`,
            },
          ]),
        ),
        demand: number('People wanted; null where suppressed / 学びたい人数', true),
        supply: number('Coming places / これからの席', false),
        gap: number('demand - supply; null where suppressed / 差', true),
        suppressed: { type: 'boolean', description: 'Whether demand is not published / 需要を公表しないか' },
      },
    },
  },
};
