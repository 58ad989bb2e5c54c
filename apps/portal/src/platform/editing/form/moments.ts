const inTokyo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as a form field shows it: `YYYY-MM-DDTHH:MM` in Japan. */
export function momentToInput(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : inTokyo.format(date).replace(' ', 'T');
}

/**
 * Converts a form's day and time in Japan to a moment with offset; invalid text is passed through for the
 * schema to reject.
 */
export function momentOfInput(written: string): string {
  const local = written.trim().replace(' ', 'T');
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? `${local}:00+09:00` : written;
}
