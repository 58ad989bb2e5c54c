import { randomUUID } from 'node:crypto';
import { writeCycloneDxReport } from '@kakehashi/vulnerabilities';
import type { CommandIo } from '../../../../platform/command-line/command.ts';
import type { ScanResult } from '../scan.ts';

/** For other tools: the affected components, their vulnerabilities and the verdicts, as CycloneDX. */
export function cycloneDxReport({ findings, sbom }: ScanResult, io: Pick<CommandIo, 'now'>): string {
  const head = {
    id: `urn:uuid:${randomUUID()}`,
    author: 'Kakehashi',
    time: io.now().toISOString(),
    version: 1,
  };
  return `${JSON.stringify(writeCycloneDxReport(head, findings, sbom.subject), null, 2)}\n`;
}
