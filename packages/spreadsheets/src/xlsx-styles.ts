/** How a cell looks. Every one is formatted as text, so that Excel makes no day of `1-2` and keeps leading zeros. */
const styles = ['plain', 'heading', 'required', 'example', 'faulty'] as const;
export type CellStyle = (typeof styles)[number];

/** Place of a style in `stylesXml`. */
export function styleIndex(style: CellStyle): number {
  // The first is the default format.
  return styles.indexOf(style) + 1;
}

const fonts = [
  '<font><sz val="11"/><name val="游ゴシック"/></font>',
  '<font><b/><sz val="11"/><name val="游ゴシック"/></font>',
  '<font><i/><sz val="11"/><color rgb="FF595959"/><name val="游ゴシック"/></font>',
];
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  fill('FFE6EBF5'),
  fill('FFFFE9D6'),
  fill('FFFFD6D6'),
];
const looks: Record<CellStyle, { font: number; fill: number }> = {
  plain: { font: 0, fill: 0 },
  heading: { font: 1, fill: 2 },
  required: { font: 1, fill: 3 },
  example: { font: 2, fill: 0 },
  faulty: { font: 0, fill: 4 },
};
const textFormat = 49;
const cell = (style: CellStyle) =>
  `<xf numFmtId="${textFormat}" fontId="${looks[style].font}" fillId="${looks[style].fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;

export const stylesXml = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles.map(cell).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
