import type { ja } from './ja.ts';

export const en: typeof ja = {
  days: {
    'every-day': 'every day',
    'every-day-but-new-year': 'every day but 29 December to 3 January',
    weekdays: 'Monday to Friday',
    saturday: 'Saturdays',
    'sunday-and-holidays': 'Sundays and public holidays',
  },
  and: ', ',
  span: (from, to) => `${from}–${to}`,
  allDay: '24 hours',
  closedOnHolidays: ' (closed on public holidays and from 29 December to 3 January)',
  openUntil: (until) => `Open now, until ${until} (Japan time)`,
  openAlways: 'Open now',
  closed: 'Closed now',
  opensToday: (time) => `Closed now. Opens today at ${time} (Japan time)`,
  opensTomorrow: (time) => `Closed now. Opens tomorrow at ${time} (Japan time)`,
  opensOn: ({ written }, time) => `Closed now. Opens on ${written} at ${time} (Japan time)`,
  mail: 'Mail',
  form: 'Report by form',
  call: (name, number) => `Call ${name}: ${number}`,
};
