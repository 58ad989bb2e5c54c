import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: { name: string; in: string; required?: boolean; description: string; schema: object }[];
  responses: Record<string, { description: string; content?: Record<string, { example?: unknown }> }>;
}
interface OpenApi {
  info: Record<string, object>;
  security: unknown[];
  tags: { name: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
}

let portal: TestPortal;
let document: OpenApi;
beforeAll(async () => {
  portal = await openTestPortal();
  document = JSON.parse(await (await portal.get('/api/v1/openapi.json')).text());
});
afterAll(() => portal.stop());

/** A call of a path, for the first record of its collection. */
function callOf(path: string): string {
  const name = path.split('/')[3] ?? '';
  return path.replace('{id}', portal.platform.collections.find(name)?.listed()[0]?.id ?? '');
}

const operations = () => Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }));

describe('the OpenAPI document', () => {
  it('is valid by the schema of OpenAPI 3.1', async () => {
    const result = await new Validator().validate(document as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    const broken = { ...document, paths: { '/x': { get: { responses: 'none' } } } };
    expect((await new Validator().validate(broken as never)).valid).toBe(false);
  });

  it('says what linters ask for: who, under which licence, open to everybody, by tag', () => {
    expect(Object.keys(document.info)).toEqual(
      expect.arrayContaining(['contact', 'license', 'termsOfService']),
    );
    expect(document.security).toEqual([]);
    const tags = document.tags.map(({ name }) => name);
    for (const { path, operationId, tags: own, summary, description } of operations()) {
      expect(operationId, path).toMatch(/^[a-z][A-Za-z]+$/);
      expect(own.length, path).toBe(1);
      expect(tags, path).toEqual(expect.arrayContaining(own));
      for (const words of [summary, description]) expect(words, path).toMatch(/^[^ぁ-龠]+ \/ .*[ぁ-龠]/);
    }
    expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(operations().length);
    expect(JSON.stringify(document.components)).not.toMatch(/"\$(id|schema)"/);
  });

  it('describes every parameter, and the names in paths', () => {
    for (const { path, parameters } of operations()) {
      for (const { name, description } of parameters) expect(description, `${path} ${name}`).not.toBe('');
      const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
    }
  });

  it('names every answer that a call can get', async () => {
    for (const { path, responses } of operations()) {
      const address = callOf(path);
      const calls = [address, `${address}?stranger=1`, path.replace('{id}', 'nothing')];
      for (const call of calls) {
        const { status } = await portal.get(call);
        expect(Object.keys(responses), `${call}: ${status}`).toContain(String(status));
      }
      const { headers } = await portal.get(address);
      const again = await portal.get(address, { 'if-none-match': headers.get('etag') ?? '' });
      expect(Object.keys(responses)).toContain(String(again.status));
      expect(Object.keys(responses)).toContain('429');
    }
  });

  it('has examples that its own schemas take, as they take real answers', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'document', ...document });
    for (const { path, responses } of operations()) {
      const [ok] = [responses['200']];
      const { example } = ok?.content?.['application/json'] ?? {};
      const pointer = path.replaceAll('/', '~1');
      const validate = ajv.compile({
        $ref: `document#/paths/${encodeURIComponent(pointer)}/get/responses/200/content/application~1json/schema`,
      });
      const real: unknown = JSON.parse(await (await portal.get(callOf(path))).text());
      for (const each of [example, real]) expect(validate(each) || validate.errors, path).toBe(true);
    }
  });
});

describe('suggestions', () => {
  const ask = (query: string) => portal.get(`/api/v1/suggest${query}`);

  it('are none where nothing was typed, and are never refused for their length', async () => {
    expect(await (await ask('')).json()).toMatchObject({ suggestions: [] });
    expect((await ask(`?q=${'x'.repeat(500)}`)).status).toBe(200);
    const [q] = document.paths['/api/v1/suggest']?.get.parameters ?? [];
    expect(q).not.toHaveProperty('required');
    expect(q?.schema).not.toHaveProperty('maxLength');
  });

  it('are given in the form that browsers want', async () => {
    const typed = 'ランサム';
    const answer = await ask(`?format=opensearch&q=${encodeURIComponent(typed)}`);
    expect(answer.headers.get('content-type')).toBe('application/x-suggestions+json; charset=utf-8');
    const { suggestions } = JSON.parse(await (await ask(`?q=${encodeURIComponent(typed)}`)).text());
    expect(await answer.json()).toEqual([typed, suggestions]);
  });

  it('in a form that there is not are refused', async () => {
    expect((await ask('?q=a&format=xml')).status).toBe(400);
  });
});
