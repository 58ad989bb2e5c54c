import { describe, expect, it } from 'vitest';
import { npmFailure } from './npm.mjs';

const message = (complaints) => npmFailure(complaints, 'npm ci', '/srv/kakehashi').text.en;

describe('a failure of npm is told in one line', () => {
  it('when the disk is full', () => {
    const complaints = 'npm error code ENOSPC\nnpm error syscall write\nnpm error errno -28\n';
    expect(message(complaints)).toBe(
      'the disk is full; free some space on the disk of /srv/kakehashi and run this again',
    );
  });

  it('when an install script found the disk full', () => {
    const complaints =
      'npm error code 1\nnpm error command failed\nnpm error Error: ENOSPC: no space left on device\n';
    expect(message(complaints)).toMatch(/^the disk is full/);
  });

  it('when the folder cannot be written', () => {
    expect(message('npm ERR! code EACCES\nnpm ERR! syscall mkdir\n')).toMatch(
      /^cannot write to \/srv\/kakehashi/,
    );
  });

  it.each(['ENOTFOUND', 'ETIMEDOUT', 'E503', 'SELF_SIGNED_CERT_IN_CHAIN'])(
    'when the registry is out of reach (%s)',
    (code) => {
      expect(message(`npm error code ${code}\n`)).toContain(`cannot reach the npm registry (${code})`);
    },
  );

  it('when there is no npm', () => {
    expect(message('npm error code ENOENT')).toMatch(/^npm was not found/);
  });

  it('with its own reason otherwise', () => {
    expect(message('npm error code EUSAGE\nnpm error\nnpm error the lock is broken\n')).toBe(
      'npm ci failed (the lock is broken); run npm ci in /srv/kakehashi to see why',
    );
  });
});
