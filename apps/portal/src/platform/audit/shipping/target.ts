import { fileURLToPath } from 'node:url';

/** Where the audit log is shipped to. */
export type AuditTarget = FileTarget | SyslogTarget;

/** A file that JSON lines are appended to. */
interface FileTarget {
  kind: 'file';
  /** Key under which the position is stored. */
  name: string;
  path: string;
}

/** A receiver of syslog (RFC 5424). */
export interface SyslogTarget {
  kind: 'syslog';
  name: string;
  transport: 'tcp' | 'tls' | 'udp';
  host: string;
  port: number;
  /** Path of the trusted certificates (PEM), instead of Node's; TLS only. */
  ca: string | undefined;
}

/** RFC 5425, 5426 and 6587. */
const usualPorts = { tls: 6514, udp: 514, tcp: 601 } as const;

/**
 * Reads `file:///var/log/kakehashi/audit.jsonl`, or `syslog+tls://logs.example.jp:6514?ca=/etc/ssl/logs.pem`, also
 * with `tcp` or `udp`.
 * @returns undefined for anything else
 */
export function readAuditTarget(setting: string): AuditTarget | undefined {
  const url = URL.parse(setting);
  if (!url || url.username || url.password || url.hash) return undefined;
  if (url.protocol === 'file:') return fileTarget(url);
  const transport = /^syslog\+(tcp|tls|udp):$/.exec(url.protocol)?.[1] as
    | SyslogTarget['transport']
    | undefined;
  if (!transport || !url.hostname || !/^\/?$/.test(url.pathname)) return undefined;
  const port = Number(url.port) || usualPorts[transport];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const ca = url.searchParams.get('ca') ?? undefined;
  return { kind: 'syslog', name: `syslog+${transport}://${url.hostname}:${port}`, transport, host, port, ca };
}

function fileTarget(url: URL): FileTarget | undefined {
  if (url.host || url.search || url.pathname.endsWith('/')) return undefined;
  return { kind: 'file', name: url.href, path: fileURLToPath(url) };
}
