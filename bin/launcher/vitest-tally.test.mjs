import { expect, it } from 'vitest';
import { tally } from './vitest.mjs';

const file = (status, ...results) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

it('counts passed, failed and skipped tests', () => {
  const report = {
    testResults: [file('failed', 'passed', 'failed', 'pending'), file('passed', 'passed', 'todo')],
  };
  expect(tally(1, report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

it('counts a file that could not be read as one failure', () => {
  expect(tally(1, { testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it('counts an error outside of every test as one failure', () => {
  expect(tally(1, { testResults: [file('passed', 'passed')] })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(tally(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
