import type { ja } from './ja.ts';

export const en: typeof ja = {
  title: 'Learning needs',
  lead: 'Say who is to learn what, where and by when. Nobody is shown the name of your company.',
  toMap: 'See demand and supply',
  how: (organisations) =>
    `What you post joins demand and supply, together with what others posted, at the end of the month in which ${organisations} organisations have answered for the role. Numbers of fewer than five organisations are not published. What was published stays as it is when you close a need.`,
  posted: 'Posted needs',
  none: 'Nothing is posted yet.',
  columns: {
    skill: 'Skill',
    role: 'Role',
    people: 'People',
    place: 'Prefecture',
    wantedBy: 'By',
    state: 'State',
    act: 'Action',
  },
  states: {
    waiting: 'Waits to be published',
    counted: (month) => `Published with ${month}`,
    closed: 'Closed',
  },
  close: 'Close',
  closeLabel: (skill) => `Close the need of “${skill}”`,
  nothingToDo: '—',
  add: {
    heading: 'Post a need',
    role: 'Who (role)',
    skill: 'What',
    people: 'How many people',
    prefecture: 'Where (prefecture)',
    wantedBy: 'By when',
    wantedByHelp: 'Year and month, such as 2027-03',
    industry: 'Industry of the company',
    size: 'Size of the company',
    choose: 'Choose',
    post: 'Post the need',
  },
};
