import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { AuditRecord } from '../record.ts';
import type { SyslogTarget } from './target.ts';

/** Facility 13, log audit; severity 5, notice. */
const priority = 13 * 8 + 5;
/** Milliseconds for a whole connection. */
const timeoutMs = 15_000;

/**
 * A record as an RFC 5424 message.
 * @param host  host name of the site
 */
export function syslogMessage(record: AuditRecord, host: string): string {
  const id = /^[!-~]{1,32}$/.test(record.action) ? record.action : '-';
  return `<${priority}>1 ${record.at} ${host} kakehashi - ${id} - ${JSON.stringify(record)}`;
}

/**
 * Sends messages. TCP and TLS open a connection for each call and settle when the receiver has closed its
 * side, that is, after it has read everything. UDP gives no confirmation.
 */
export async function sendSyslog(target: SyslogTarget, messages: readonly string[]): Promise<void> {
  if (target.transport === 'udp') return sendDatagrams(target, messages);
  const frames = messages.map((message) => `${Buffer.byteLength(message)} ${message}`).join('');
  const socket = await openSocket(target);
  await sendStream(socket, frames);
}

async function openSocket({ transport, host, port, ca }: SyslogTarget): Promise<Socket> {
  if (transport !== 'tls') return connectTcp({ host, port });
  const trusted = ca === undefined ? undefined : await readFile(ca);
  return connectTls({
    host,
    port,
    minVersion: 'TLSv1.2',
    ...(isIP(host) ? {} : { servername: host }),
    ...(trusted && { ca: trusted }),
  });
}

function sendStream(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let isRead = false;
    const timer = setTimeout(
      () =>
        socket.destroy(new Error(`the syslog receiver did not end the connection in ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    socket.on('error', reject);
    // The response is ignored, but `end` is emitted only if the data is consumed.
    socket.resume();
    socket.on('end', () => {
      isRead = socket.writableFinished;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      if (isRead) resolve();
      else reject(new Error('the syslog receiver broke the connection off'));
    });
    socket.end(text);
  });
}

async function sendDatagrams({ host, port }: SyslogTarget, messages: readonly string[]): Promise<void> {
  const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4');
  // Errors are also passed to each write's callback.
  socket.on('error', () => {});
  try {
    for (const message of messages)
      await new Promise<void>((resolve, reject) =>
        socket.send(message, port, host, (error) => (error ? reject(error) : resolve())),
      );
  } finally {
    socket.close();
  }
}
