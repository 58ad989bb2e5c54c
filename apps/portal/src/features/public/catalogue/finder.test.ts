import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findProjectRoot } from '../../../platform/config/project-root.ts';
import { type Answers, answersPath, askNext, longestWay, readAnswers, wishesOf } from './finder.ts';
import { type Finder, finderKind } from './kinds/finder.ts';

const {
  kind: _,
  entered: __,
  ...content
} = parse(await readFile(join(findProjectRoot(), 'content/finder.yaml'), 'utf8'));
const finder: Finder = finderKind.schema.parse(content);

/** Every way through the questions, answers as the address carries them. */
function everyWay(answers: Answers = {}): Answers[] {
  const question = askNext(finder, answers);
  if (!question) return [answers];
  return question.answers.flatMap(({ id }) => everyWay({ ...answers, [question.id]: id }));
}

describe('the finder', () => {
  test('asks four questions at most, and says how many beforehand', () => {
    const lengths = everyWay().map((answers) => Object.keys(answers).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4);
    expect(longestWay(finder, {})).toBe(Math.max(...lengths));
  });

  test('keeps its state in the address', () => {
    for (const answers of everyWay()) {
      const address = new URL(answersPath(answers), 'http://x');
      expect(readAnswers(finder, address.searchParams)).toEqual(answers);
    }
  });

  test('passes over answers to questions that would not be asked, and unknown ones', () => {
    const params = new URLSearchParams({ who: 'sme', age: 'child', want: 'nonsense', stranger: 'x' });
    expect(readAnswers(finder, params)).toEqual({ who: 'sme' });
  });

  test('lets a later answer replace what an earlier one asked of the same facet', () => {
    expect(wishesOf(finder, { who: 'school' }).affiliation).toEqual(['school']);
    for (const answers of everyWay()) {
      const wishes = wishesOf(finder, answers);
      for (const values of Object.values(wishes)) expect(values?.length).toBeGreaterThan(0);
    }
  });
});
