import fc from 'fast-check';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createTokenSigner } from './signed-token.ts';

const now = new Date('2026-11-23T00:00:00Z');
const later = new Date('2026-11-24T00:00:00Z');
const signer = createTokenSigner('a secret of the portal', 'test');
const invalid = { ok: false, problems: [{ code: 'link-invalid' }] };

it('a token gives back what it was signed for, until it expires', async () => {
  const token = await signer.sign('4f0a-1', later);
  expect(await signer.verify(token, now)).toEqual({ ok: true, value: '4f0a-1' });
  expect(await signer.verify(token, new Date('2026-11-24T00:00:01Z'))).toMatchObject({
    ok: false,
    problems: [{ code: 'link-expired' }],
  });
});

it('a token for one purpose, or of another portal, is worth nothing here', async () => {
  for (const other of [
    createTokenSigner('a secret of the portal', 'other'),
    createTokenSigner('another secret', 'test'),
  ])
    expect(await signer.verify(await other.sign('x', later), now)).toMatchObject(invalid);
});

it('a token with any character changed is refused', async () => {
  const token = await signer.sign('subject', later);
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom(...'aZ9.-_ '), async (position, character) => {
      fc.pre(token[position] !== character);
      const changed = token.slice(0, position) + character + token.slice(position + 1);
      expect((await signer.verify(changed, now)).ok).toBe(false);
    }),
  );
});

it('a token that names no signature, or another way of signing, is refused', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'x', aud: 'test', exp: later.getTime() / 1_000 };
  expect(await signer.verify(`${part({ alg: 'none' })}.${part(claims)}.`, now)).toMatchObject(invalid);
  const other = await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(new Uint8Array(64));
  expect(await signer.verify(other, now)).toMatchObject(invalid);
});

it('what is no token at all is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect(await signer.verify(text, now)).toMatchObject(invalid);
    }),
  );
});
