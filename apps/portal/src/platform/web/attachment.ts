/** `Content-Disposition` for a download with a name in any language (RFC 6266, RFC 8187). */
export function attachmentNamed(fileName: string): string {
  const safe = safeFileName(fileName);
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const longest = 150;
/** Characters examined at the start and at the end of a long name. */
const looked = 500;

/**
 * A file name without folders, control characters, bidirectional controls and characters forbidden on some
 * system.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const bare = (last.length > 2 * looked ? last.slice(0, looked) + last.slice(-looked) : last)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = bare.lastIndexOf('.');
  const ending = dot > 0 && bare.length - dot <= 6 ? bare.slice(dot) : '';
  const stem = [...bare.slice(0, bare.length - ending.length)].slice(0, longest).join('');
  return stem + ending || 'file';
}
