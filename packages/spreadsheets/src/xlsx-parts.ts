/** Small parts of a workbook that are the same text for every workbook but for a few values. */

export interface WrittenNote {
  /** From 0. */
  row: number;
  column: number;
  address: string;
  text: string;
}

/** Characters that XML cannot hold, and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is left out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export function withoutUnwritable(text: string): string {
  return text.replace(unwritable, '');
}

/** Text as XML holds it; characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  return withoutUnwritable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_');
}

export function relationshipsXml(
  links: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const list = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

export function commentsXml(notes: readonly WrittenNote[]): string {
  const list = notes.map(
    ({ address, text }) =>
      `<comment ref="${address}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
  );
  return `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Kakehashi</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** The boxes that comments open in: Excel shows none without this drawing (ISO/IEC 29500-4, 19). */
export function commentDrawing(notes: readonly WrittenNote[]): string {
  const shapes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="note${index + 1}" type="#note" style="position:absolute;visibility:hidden;width:240pt;height:90pt" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
