import { describe, expect, it } from 'vitest';
import type { Component } from '../component.ts';
import { diffSboms } from './diff-sboms.ts';

function bill(...purls: string[]): { components: Component[] } {
  return { components: purls.map((purl) => ({ name: purl, purl, licences: [], hashes: [] })) };
}

const purls = (components: Component[]) => components.map(({ purl }) => purl);

describe('the difference of two bills', () => {
  it('tells what came, what left and what is in another version', () => {
    const difference = diffSboms(
      bill('pkg:npm/a@1', 'pkg:npm/b@1', 'pkg:npm/c@1'),
      bill('pkg:npm/a@1', 'pkg:npm/b@2', 'pkg:npm/d@1'),
    );
    expect(purls(difference.added)).toEqual(['pkg:npm/d@1']);
    expect(purls(difference.removed)).toEqual(['pkg:npm/c@1']);
    expect(difference.changed.map(({ before, after }) => [before.purl, after.purl])).toEqual([
      ['pkg:npm/b@1', 'pkg:npm/b@2'],
    ]);
    expect(difference.unchanged).toBe(1);
  });

  it('takes differently escaped package URLs for the same', () => {
    const { unchanged } = diffSboms(bill('pkg:npm/%40scope/a@1'), bill('pkg:npm/@scope/a@1'));
    expect(unchanged).toBe(1);
  });

  it('pairs several versions of one package as far as they go', () => {
    const difference = diffSboms(
      bill('pkg:npm/a@1', 'pkg:npm/a@2'),
      bill('pkg:npm/a@2', 'pkg:npm/a@3', 'pkg:npm/a@4'),
    );
    expect(difference.changed.map(({ before, after }) => [before.purl, after.purl])).toEqual([
      ['pkg:npm/a@1', 'pkg:npm/a@3'],
    ]);
    expect(purls(difference.added)).toEqual(['pkg:npm/a@4']);
    expect(difference.unchanged).toBe(1);
  });
});
