import { describe, expect, it } from 'vitest';
import { readGapQuery } from './query.ts';

const codes = (query: string) => {
  const read = readGapQuery(new URLSearchParams(query));
  return read.ok ? [] : read.problems.map(({ code, field }) => `${code} ${field}`);
};

describe('a question to the gap map', () => {
  it('is by role and skill where it does not say', () => {
    expect(readGapQuery(new URLSearchParams())).toMatchObject({
      ok: true,
      value: { query: { by: ['role', 'skill'], filters: {} }, until: undefined },
    });
  });

  it('is refused with what is wrong in it', () => {
    expect(codes('by=colour')).toEqual(['invalid-value by']);
    expect(codes('by=role,role')).toEqual(['invalid-value by']);
    expect(codes('by=')).toEqual(['invalid-value by']);
    expect(codes('colour=red')).toEqual(['unknown-parameter colour']);
    expect(codes('role=nobody')).toEqual(['invalid-value role']);
    expect(codes('prefecture=48')).toEqual(['invalid-value prefecture']);
    expect(codes('until=2026-13')).toEqual(['invalid-value until']);
    expect(codes('by=role&by=skill')).toEqual(['repeated-parameter by']);
    expect(codes('by=industry&prefecture=13')).toEqual(['not-published by']);
    expect(codes('by=role,skill,prefecture')).toEqual(['too-many-cells by']);
    expect(codes('by=role,skill,prefecture&prefecture=13')).toEqual([]);
    expect(codes('by=prefecture&role=dx-manager&skill=buy-cloud')).toEqual([]);
  });
});
