import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registerKinds } from '../../../portal.ts';
import { kindForm } from './form.ts';
import type { FormValues } from './form-values.ts';
import { readInputs, writeInputs } from './inputs.ts';
import { actOnList, readListAct } from './list-acts.ts';
import { readPreviewable } from './reading.ts';

const form = kindForm(registerKinds().get('feature'));
const types = ['text', 'records', 'search', 'steps', 'timeline', 'notice', 'desks'];
const begun = writeInputs(form, { title: { ja: '題' }, lead: { ja: '前書き' }, links: [], blocks: [] });

const adding = fc
  .constantFrom(...types)
  .map((type) => ({ verb: 'add' as const, list: 'blocks', what: type }));
const moving = fc.record({
  verb: fc.constantFrom('up' as const, 'down' as const, 'remove' as const),
  list: fc.constant('blocks'),
  what: fc.constantFrom(...types.flatMap((type) => [1, 2, 3].map((number) => `${type}-${number}`))),
});

it('blocks keep their keys, whatever is added, moved and removed', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(adding, moving), { maxLength: 12 }), (acts) => {
      let inputs: FormValues = begun;
      let keys: readonly string[] = [];
      for (const act of acts) {
        const after = actOnList(form, inputs, act);
        const known = keys.includes(act.what);
        expect(after !== undefined).toBe(act.verb === 'add' || known);
        if (!after) continue;
        const now = after.blocks ?? [];
        expect(new Set(now).size).toBe(now.length);
        if (act.verb === 'add') expect(now.slice(0, -1)).toEqual(keys);
        else if (act.verb === 'remove') expect(now).toEqual(keys.filter((key) => key !== act.what));
        else expect([...now].sort()).toEqual([...keys].sort());
        const blocks = readInputs(form, after).blocks as { id: string; type: string }[];
        expect(blocks.map(({ id }) => id)).toEqual(now);
        expect(blocks.every(({ id, type }) => id.startsWith(type))).toBe(true);
        inputs = after;
        keys = now;
      }
    }),
  );
});

it.each([
  'add nowhere text',
  'add blocks script',
  'add title.ja',
  'up blocks',
  'fly blocks',
  'pick blocks a',
  'add __proto__ x',
])('“%s” is not done', (written) => {
  const act = readListAct(written);
  expect(act && actOnList(form, begun, act)).toBeUndefined();
});

it('what stands already can be shown, without the blocks that are not complete', () => {
  const one = actOnList(form, begun, { verb: 'add', list: 'blocks', what: 'timeline' });
  const two = one && actOnList(form, one, { verb: 'add', list: 'blocks', what: 'text' });
  const shown = readPreviewable(form, { ...two, 'title.ja': [], 'blocks.text-2.body.ja': ['文'] });
  expect(shown).toMatchObject({
    title: { ja: '（未入力）' },
    blocks: [{ id: 'text-2', body: { ja: '文' } }],
  });
});
