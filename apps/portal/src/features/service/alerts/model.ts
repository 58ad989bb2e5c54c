/** How often news of a search are sent. */
export const frequencies = ['daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tokyo', weekday: 'short' });

/** The frequencies whose mail goes out on the day that a moment is of in Japan: weekly mail on Mondays. */
export function dueOn(moment: Date): Frequency[] {
  return weekday.format(moment) === 'Mon' ? ['daily', 'weekly'] : ['daily'];
}

/** Mail addresses are compared as mail servers in use do: without regard to capitals. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}
