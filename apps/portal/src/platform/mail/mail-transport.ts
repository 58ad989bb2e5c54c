import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A mail as the transport takes it. */
interface Letter {
  /** Id of the message; the Message-ID is derived from it and stays the same in every attempt. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
}

/** Sends mail. */
export interface MailTransport {
  /** `smtp`: sent on, so the content need not be stored. `file`: the content stays here to be read. */
  kind: 'smtp' | 'file';
  /** @throws Refused if a retry is useless, another error if it may help */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** The receiving server rejects this mail permanently, for example for an unknown address. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export interface Sender {
  /** `From` of every mail, as in `架け橋 <no-reply@example.jp>`. */
  from: string;
  /** Host name used in Message-IDs. */
  host: string;
}

/** Time limits of each SMTP step, in milliseconds. */
const smtpTimeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** Errors about an envelope or message, not about the connection's sign-in. */
const aboutTheMail = new Set(['EENVELOPE', 'EMESSAGE']);

/** Sends mail through an SMTP server. */
export async function smtpTransport(url: string, sender: Sender): Promise<MailTransport> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...smtpTimeouts });
  return {
    kind: 'smtp',
    async send(letter) {
      try {
        await transport.sendMail(toMessage(letter, sender));
      } catch (error) {
        throw isRefusal(error) ? new Refused(error.message, { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** Writes mail to `.eml` files, for trials without an SMTP server. */
export async function fileTransport(folder: string, sender: Sender): Promise<MailTransport> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    kind: 'file',
    async send(letter) {
      const { message } = await transport.sendMail(toMessage(letter, sender));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      const half = join(folder, `.${letter.id}.part`);
      await writeFile(half, message as Buffer, { mode: 0o600 });
      await rename(half, join(folder, `${letter.id}.eml`));
    },
    close: () => {},
  };
}

function toMessage(letter: Letter, sender: Sender) {
  const { id, to, subject, text, html, unsubscribeUrl } = letter;
  return {
    messageId: `<${id}@${sender.host}>`,
    from: sender.from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(unsubscribeUrl && { list: { unsubscribe: { url: unsubscribeUrl } } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return code !== undefined && aboutTheMail.has(code) && (responseCode ?? 0) >= 500;
}
