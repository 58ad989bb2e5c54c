const inTokyo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as a form shows it: `YYYY-MM-DDTHH:MM` in Japan. */
export function momentToInput(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : inTokyo.format(date).replace(' ', 'T');
}

/** A day and time in Japan as a form sends it, with its offset; what is none stays as it is, for the schema to refuse. */
export function momentOfInput(written: string): string {
  const local = written.trim().replace(' ', 'T');
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? `${local}:00+09:00` : written;
}
