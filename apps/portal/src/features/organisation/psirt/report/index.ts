import type { CommandIo } from '../../../../platform/command-line/command.ts';
import type { ScanResult } from '../scan.ts';
import { cycloneDxReport } from './cyclonedx.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { tableReport } from './table.ts';

type Report = (result: ScanResult, io: CommandIo) => string | Promise<string>;

export const reportFormats = ['table', 'json', 'sarif', 'cyclonedx', 'markdown'] as const;

/** Those a program reads: what a person should know of the scan is told apart from them. */
export const machineFormats: ReadonlySet<string> = new Set(['json', 'sarif', 'cyclonedx']);

export const reports: Record<(typeof reportFormats)[number], Report> = {
  table: tableReport,
  json: jsonReport,
  sarif: sarifReport,
  cyclonedx: cycloneDxReport,
  markdown: markdownReport,
};
