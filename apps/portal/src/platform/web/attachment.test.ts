import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachmentNamed, safeFileName } from './attachment.ts';

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\実績.pdf', '実績.pdf'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['..', 'file'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
])('the name %j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

it('no name breaks out of its header, and every one comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const header = attachmentNamed(name);
      expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/);
      expect(header).not.toMatch(/[^\x20-\x7e]/);
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(safeFileName(name));
    }),
  );
});
