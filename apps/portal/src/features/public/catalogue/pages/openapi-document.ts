/** The part of an OpenAPI 3.1 document that the reference page shows. */
export interface OpenApiDocument {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, OpenApiOperation>>;
  components?: { schemas?: Record<string, JsonSchema> };
}

interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: OpenApiParameter[];
  responses: Record<string, { description: string }>;
}

export interface OpenApiParameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
  example?: unknown;
}

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
}

export interface ListedOperation extends OpenApiOperation {
  method: string;
  path: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of a document in its own order. */
export function operationsOf(document: OpenApiDocument): ListedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ ...operation, method: method.toUpperCase(), path }] : [];
    }),
  );
}

/** A schema's type in a few words: `string[]`, `integer (1–100)`, `Entry`. */
export function describeType(schema: JsonSchema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.map(describeType).join(' | ');
  if (schema.type === 'array') return `${describeType(schema.items) || 'any'}[]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? '');
  return [type, schema.format && `(${schema.format})`, range(schema)].filter(Boolean).join(' ');
}

/** The values a schema admits, its items' for an array; empty when it is open. */
export function valuesOf(schema: JsonSchema | undefined): string[] {
  const values = schema?.enum ?? schema?.items?.enum ?? [];
  return values.map(String);
}

function range({ minimum, maximum }: JsonSchema): string {
  const shown = (limit: number | undefined) =>
    limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? '' : String(limit);
  return shown(minimum) || shown(maximum) ? `${shown(minimum)}–${shown(maximum)}` : '';
}
