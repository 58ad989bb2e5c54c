import type { ja } from './ja.ts';

export const en: typeof ja = {
  site: {
    name: 'Kakehashi',
    nameInFull: 'Kakehashi（架け橋）',
    tagline: 'Cybersecurity initiatives for the people who need them',
  },
  skipToMain: 'Skip to main content',
  emergency: {
    region: 'For people under attack',
    lead: 'Under attack right now?',
    whatToDo: 'What to do first',
    desks: 'Where to ask and report',
  },
  display: {
    region: 'Display settings',
    furigana: 'Furigana',
    easy: 'Easy Japanese',
    otherLanguage: '日本語',
  },
  signedIn: {
    signIn: 'Sign in',
    region: 'Menu for entering and editing',
    menu: 'Your work',
    administration: 'Administration',
  },
  menu: {
    open: 'Menu',
    region: 'Main menu',
  },
  footer: {
    find: 'Find',
    site: 'This site',
    data: 'Data',
    feed: 'What is new (Atom)',
    licence: 'The information here may be used under the Public Data License 1.0 (PDL 1.0).',
  },
  search: {
    label: 'Search initiatives',
    placeholder: 'For example: ransomware, small company',
    submit: 'Search',
    suggestions: 'Suggestions',
    suggestionCount: (n) => `Suggestions: ${n}. Choose with the up and down arrow keys.`,
  },
  breadcrumb: { region: 'You are here', home: 'Home' },
  pagination: {
    region: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (n) => `Page ${n}`,
    position: (page, count) => `Page ${page} of ${count}`,
  },
  link: {
    external: ' (external site)',
    japaneseOnly: 'Japanese',
  },
  form: {
    required: 'required',
    optional: 'optional',
    errorPrefix: 'Error: ',
    errorSummary: (n) => `Please check what you entered (${n} ${n === 1 ? 'problem' : 'problems'})`,
    count: {
      longest: (max) => `Up to ${max} characters`,
      left: (max) => `Characters left: {count} (up to ${max})`,
      over: (max) => `Characters too many: {count} (up to ${max})`,
    },
  },
  step: {
    region: 'Progress',
    position: (step, count) => `Question ${step} of ${count}`,
  },
  contents: 'On this page',
};
