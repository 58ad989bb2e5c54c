import { expect, test } from 'vitest';
import { describeError } from './log.ts';

test('an error is logged by name, code, message and cause, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', client: { password: 'secret' } });
  const error = new TypeError('cannot fetch', { cause });
  const described = describeError(error);
  expect(described).toMatchObject({
    name: 'TypeError',
    message: 'cannot fetch',
    cause: { code: 'ECONNREFUSED' },
  });
  expect(JSON.stringify(described)).not.toContain('secret');
});
