import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './project.mjs';
import { tally } from './vitest.mjs';

const file = (status, ...results) => ({
  name: join(projectRoot, 'packages/sums/sum.test.ts'),
  status,
  message: status === 'failed' ? 'the file could not be read' : '',
  assertionResults: results.map((result) => ({
    status: result,
    fullName: `a sum is ${result}`,
    failureMessages: result === 'failed' ? ['Error: one is not two\n    at sum.test.ts:3:1'] : [],
  })),
});

describe('the tests of a run are counted:', () => {
  it('passed, failed and skipped ones', () => {
    const report = {
      testResults: [file('failed', 'passed', 'failed', 'pending'), file('passed', 'passed', 'todo')],
    };
    expect(tally(1, report)).toMatchObject({ passed: 2, failed: 1, skipped: 2 });
  });

  it('a file that could not be read as one failure', () => {
    expect(tally(1, { testResults: [file('failed'), file('passed', 'passed')] })).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('an error outside of every test as one failure', () => {
    const failures = ['an error outside of every test, printed above'];
    expect(tally(1, { testResults: [file('passed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      failures,
    });
    expect(tally(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0, failures });
  });
});

describe('of each failure it is said again', () => {
  it('in which file, in which test and why', () => {
    expect(tally(1, { testResults: [file('failed', 'passed', 'failed')] }).failures).toEqual([
      'packages/sums/sum.test.ts > a sum is failed\n    Error: one is not two\n        at sum.test.ts:3:1',
    ]);
  });

  it('in which file, where no test of it could run', () => {
    expect(tally(1, { testResults: [file('failed')] }).failures).toEqual([
      'packages/sums/sum.test.ts\n    the file could not be read',
    ]);
  });
});
