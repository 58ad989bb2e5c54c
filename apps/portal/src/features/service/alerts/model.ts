/** How often alerts of a search are sent. */
export const frequencies = ['daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tokyo', weekday: 'short' });

/** Frequencies due on the day of a moment in Asia/Tokyo; weekly mail is due on Mondays. */
export function dueOn(moment: Date): Frequency[] {
  return weekday.format(moment) === 'Mon' ? ['daily', 'weekly'] : ['daily'];
}

/** Lowercases an address: mail servers in use compare addresses case-insensitively. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}
