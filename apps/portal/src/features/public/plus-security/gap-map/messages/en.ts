import type { ja } from './ja.ts';

export const en: typeof ja = {
  menu: 'Demand and supply',
  title: 'Demand and supply of Plus-Security learning',
  heading: 'The gap between demand and supply',
  lead: 'Who wants to learn what, and where (demand), beside the places that coming courses have (supply).',
  description:
    'The gap between demand and supply of Plus-Security learning, by role and skill and by prefecture, with method and data.',
  sample: 'The demand is a sample',
  sampleBody: 'Its respondents do not exist; the numbers show how this map works.',
  asOf: (month, at) => `Demand up to the end of ${month}, supply as of ${at}.`,
  nothing: 'There is no demand yet that can be published.',
  problem: 'Conditions that could not be read are left out.',
  filters: {
    heading: 'Filter',
    role: 'Role',
    area: 'Area',
    prefecture: 'Prefecture',
    until: 'As of',
    measure: 'Number shown',
    all: 'All',
    latest: 'Latest',
    show: 'Show',
    reset: 'Clear the conditions',
  },
  measures: { gap: 'Places lacking', demand: 'Demand (people)', supply: 'Supply (places)' },
  measureNotes: {
    gap: 'Demand less supply: above 0, places are lacking.',
    demand: 'People who are to learn it.',
    supply: 'Places of all runs that are open for application.',
  },
  hidden: 'not shown',
  hiddenNote:
    'Hatched: fewer than five answers, or a number that would give others away; it is not published. It may be 0.',
  legend: { heading: 'Colours', upTo: (n) => `up to ${n}`, over: (n) => `over ${n}`, none: '0 or less' },
  heat: {
    heading: 'By role and area',
    headingIn: (area) => `By role and skill of “${area}”`,
    caption: (measure) => `${measure} by role and area`,
    tableCaption: (measure) => `Table of ${measure.toLowerCase()} by role and area`,
    asTable: 'As a table',
    role: 'Role',
    note: 'Rows are roles, columns areas. The name of a role opens what it is made of.',
  },
  map: {
    heading: 'By prefecture',
    caption: (measure) => `${measure} by prefecture`,
    tableCaption: 'Demand and supply by prefecture',
    columns: { place: 'Prefecture', demand: 'Demand (people)', supply: 'Supply (places)', gap: 'Gap' },
    okinawa: 'Okinawa is drawn at the top left.',
    credit:
      'Map: made from the National Land Numerical Information (administrative areas) of the Ministry of Land, Infrastructure, Transport and Tourism (CC BY 4.0, Digital Agency)',
    online: 'Places online count in every prefecture.',
    seats: (place) => `Programmes counted for ${place}`,
  },
  detail: {
    heading: 'What it is made of',
    caption: 'Demand and supply by skill',
    columns: { skill: 'Skill', demand: 'Demand (people)', supply: 'Supply (places)', gap: 'Gap' },
  },
  time: {
    heading: 'Over time',
    caption: 'Demand by month (sum of what was published in twelve months)',
    columns: { month: 'As of', demand: 'Demand (people)' },
  },
  files: {
    heading: 'Data',
    csv: 'The cells shown as CSV',
    api: 'By the API (JSON)',
    link: 'Address of this view',
  },
  counted: {
    title: 'Programmes counted as supply',
    lead: (place) => `The programmes counted as supply of “${place}”.`,
    everything: 'everything',
    columns: {
      programme: 'Programme',
      seats: 'Places',
      runs: 'Runs',
      without: 'Runs without a number of places',
      anyTime: 'At any time',
    },
    yes: 'At any time (not counted as places)',
    no: '—',
    total: (n) => `${n} places in all`,
    none: 'No programme is counted.',
    back: 'Back to demand and supply',
  },
  method: {
    heading: 'How it is counted',
    demand:
      'Demand = people whom organisations named in answers of the form “so many people of this role are to learn this skill”, over all that was published in the last twelve months.',
    supply:
      'Supply = places of runs open for application, of programmes meant for such people that teach the skill. Runs online count in every prefecture.',
    supplyOnce:
      'Where roles or skills are summed over, a place counts once. Runs without a number of places, and programmes that begin at any time, count as no places (they are listed).',
    gap: 'Gap = demand − supply.',
    formula: 'd(r,s,p) = Σ people, c(r,s,p) = Σ places, g = d − c',
    hidden:
      'Not published are numbers of fewer than five organisations (also of none), numbers that one organisation makes up nearly alone, and numbers from which those could be worked out by subtraction.',
    totals: 'Totals are sums of the numbers that are shown, not of all answers.',
    releases:
      'A role’s answers are released at the end of the month in which 20 organisations have answered, and never changed; until then they wait.',
    tables:
      'Published tables: role × skill × prefecture (with their subtotals), role × industry, role × size.',
  },
  reference: {
    heading: 'For reference: training benefits',
    lead: 'Past figures that show the size of the market; they are no part of the demand and supply above.',
    caption: 'Courses and recipients of training benefits',
    columns: { kind: 'Kind', courses: 'Designated courses (October 2021)', recipients: 'Recipients' },
    kinds: {
      practical: 'Practical training',
      specified: 'Specified general training',
      general: 'General training',
    },
    recipients: {
      practical: (n) => `${n} (fiscal 2019, first time)`,
      specified: (n) => `${n} (fiscal 2020, preliminary)`,
      general: (n) => `${n} (fiscal 2020, preliminary)`,
    },
    digital: (courses, people) =>
      `Of these, ${courses} courses were digital, cybersecurity among them; ${people} people finished one (fiscal 2019).`,
    source: 'Source: report to the expert panel of NISC, December 2021',
  },
};
