import type { ja } from './ja.ts';

type Named = Parameters<typeof ja.item>[0];

const line = ({ title, summary, page, id, sample }: Named) =>
  `- ${sample ? '[sample] ' : ''}${title} (${id}): ${summary} ${page}`;

export const en: typeof ja = {
  found: (total, relaxed) =>
    total === 0
      ? 'Nothing found. Use fewer words or fewer conditions.'
      : `${total} found.${relaxed ? ' No record has all the words; these have some of them.' : ''}`,
  maybeHappened: (title, id) => `If this is about “${title}”, call find_help with situation: ${id} first.`,
  item: line,
  otherSpellings: (words) => `Other spellings: ${words.join(', ')}`,
  more: (offset) => `For the rest call again with offset: ${offset}.`,
  unknownValue: (facet, word, choices) => `“${word}” is not a value of ${facet}. Values: ${choices}`,
  noSuchRecord: (id) => `There is no record “${id}”. Pass the id of a result of search as it stands.`,
  noSituation: (words) =>
    `No situation matches “${words}”. Choose one of these and call find_help with its id.`,
  chooseSituation: 'Choose what happened and call find_help with its id.',
  doFirst: 'What to do first',
  doNot: 'What not to do',
  call: 'Whom to call',
  keep: 'What to keep',
  next: 'What comes next',
  emergency: 'In an emergency',
  openNow: (until) => (until ? `open now, until ${until}` : 'open now'),
  closedNow: (from) => `closed now${from ? `, opens ${from}` : ''}`,
  faultyCase: 'This cannot be computed. Correct the following.',
  eligibility: (eligible) =>
    eligible === null
      ? 'Eligibility: not every condition was described; the amounts hold if all are met.'
      : `Eligibility: ${eligible ? 'all conditions are met' : 'a condition is not met'}.`,
  claim: (dueBy, within) => (dueBy ? `claim by ${dueBy} (${within})` : `claim: ${within}`),
  total: (amount) => `Total paid: ${amount}`,
  outOfPocket: (amount) => `Left to pay: ${amount}`,
  why: 'Why',
  unconfirmed: 'To be confirmed (ask Hello Work)',
  rulesCheckedOn: (day) => `Rules checked on ${day}. Hello Work decides.`,
  unknownRegion: (place) =>
    `There is no region “${place}”. Pass the name (Tokyo) or code (13) of a prefecture.`,
  endBeforeStart: (from, to) => `to (${to}) is before from (${from}).`,
  datesFound: (total, from) => `${total === 0 ? 'Nothing is' : `${total} dates are`} listed from ${from}.`,
  tooManyYears: (most) => `At most ${most} years can be asked for at once.`,
  dated: ({ date, lastDay, label, title, page, record }) =>
    `- ${date}${lastDay === date ? '' : ` to ${lastDay}`} ${label} ${record ? line(record).slice(2) : `${title} ${page}`}`,
};
