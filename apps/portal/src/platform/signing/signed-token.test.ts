import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTokenSigner } from './signed-token.ts';

const now = new Date('2026-11-23T00:00:00Z');
const later = new Date('2026-11-24T00:00:00Z');
const signer = createTokenSigner('a secret of the portal', 'test');

it('a token gives back what it was signed for, until it expires', () => {
  const token = signer.sign('4f0a-1', later);
  expect(signer.verify(token, now)).toEqual({ ok: true, value: '4f0a-1' });
  expect(signer.verify(token, new Date('2026-11-24T00:00:01Z'))).toMatchObject({
    ok: false,
    problems: [{ code: 'link-expired' }],
  });
});

it('a token for one purpose, or of another portal, is worth nothing here', () => {
  for (const other of [
    createTokenSigner('a secret of the portal', 'other'),
    createTokenSigner('another secret', 'test'),
  ])
    expect(signer.verify(other.sign('x', later), now)).toMatchObject({
      problems: [{ code: 'link-invalid' }],
    });
});

it('a token with any character changed is refused', () => {
  const token = signer.sign('subject', later);
  fc.assert(
    fc.property(fc.nat(token.length - 2), fc.constantFrom(...'aZ9.-_ '), (position, character) => {
      fc.pre(token[position] !== character);
      const changed = token.slice(0, position) + character + token.slice(position + 1);
      expect(signer.verify(changed, now).ok).toBe(false);
    }),
  );
});

it('what is no token at all is refused', () => {
  fc.assert(fc.property(fc.string(), (text) => !signer.verify(text, now).ok));
});
