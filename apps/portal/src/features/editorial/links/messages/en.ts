import type { ja } from './ja.ts';

export const en: typeof ja = {
  title: 'Dead links',
  lead: 'Addresses in published entries that could not be opened at least three times over at least three days. The organisations that entered them were told once by mail.',
  off: 'Checking links is turned off by the setting KAKEHASHI_LINK_CHECKS.',
  none: 'There are no dead links.',
  columns: { url: 'Address', what: 'Result', since: 'Since', records: 'Entries' },
  panel: 'Addresses it leads to',
  panelLead:
    'They are opened automatically within about a minute of sending. While one does not open, or was not checked yet, nothing is published without a reason.',
  noLinks: 'It leads nowhere else.',
  notYet: 'Not checked yet',
  alive: 'Opens',
  movedTo: (url: string) => `Has moved to ${url}`,
  status: (status: number) => `Does not open (${status})`,
  uncertain: 'Could not be checked yet',
  failures: {
    'address-refused': 'Cannot be opened from outside',
    unresolvable: 'There is no such host',
    unreachable: 'Cannot be reached',
    'too-slow': 'Did not answer in time',
    'too-many-redirects': 'Redirects too many times',
  },
  despite: 'Why it is published although links are dead or unchecked',
  despiteHelp:
    'Nothing is published with dead links. Those not checked yet are checked, in a few seconds, when you publish. Only to publish nevertheless, say why; the audit log keeps it.',
};
