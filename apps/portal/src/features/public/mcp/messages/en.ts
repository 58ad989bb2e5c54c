import type { ja } from './ja.ts';

export const en: typeof ja = {
  heading: 'Use with an AI assistant (MCP)',
  title: 'Use with an AI assistant (MCP)',
  description:
    'An MCP server that gives AI assistants the initiatives, help, dates and training benefits of Kakehashi.',
  lead: 'Connect your AI assistant, and it can look up the initiatives and consultation desks of this site.',
  what: 'What MCP is',
  whatBody:
    'MCP, the Model Context Protocol, is a common way for AI assistants to use what other services know. The server of this site is for reading only. There is nothing to register for and no password.',
  address: 'Address',
  connect: 'How to connect',
  remote: 'Assistants that take an address',
  remoteBody:
    'Enter the address above where the settings say “connectors” or “MCP servers”. Choose no authentication.',
  vscode: 'VS Code',
  vscodeBody: 'Write this into .vscode/mcp.json of your folder.',
  desktop: 'Assistants that take no address',
  desktopBody:
    'Claude Desktop and others that start a command on your machine need the source code of Kakehashi on it. Write where it lies into their settings file:',
  program: '/where/kakehashi/lies/bin/kakehashi.mjs',
  tools: 'What it can do',
  toolColumn: 'Tool',
  does: 'What it does',
  toolsDo: {
    search: 'Finds initiatives by words and conditions',
    read_record: 'Reads one initiative in full',
    find_help: 'From what happened to what to do, whom to call, and whether they answer now',
    compute_benefit: 'Works out what a training benefit pays, by when to claim, and why',
    list_runs_and_deadlines: 'Lists the days on which something takes place or an application closes',
  },
  care: 'Please note',
  cares: {
    check: 'An assistant can be wrong. Check telephone numbers and deadlines on the page that it names.',
    kept: 'What your assistant sends is used to answer and is not kept. What the assistant’s own company keeps is for its rules to say.',
    urgent: 'If it is urgent, do not wait for an assistant: open the help page.',
  },
  toHelp: 'If something has happened',
};
