/** One message in the two languages people read it in. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof Text;

export function yen(amount: number): Text {
  const digits = amount.toLocaleString('en-US');
  return { ja: `${digits}円`, en: `${digits} yen` };
}
