import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An SMTP server that stores the mails it receives. */
export interface MailServer {
  url: string;
  received: ParsedMail[];
  /** The answer to the next mails, after they were received; a number refuses them with that code. */
  answer: () => Promise<undefined | number>;
  /** Addresses that do not exist here. */
  unknown: Set<string>;
  /** Resolves when this many mails were received. */
  reached(count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const waiting: { count: number; tell(): void }[] = [];
  const mails: MailServer = {
    url: '',
    received: [],
    answer: async () => undefined,
    unknown: new Set(),
    reached: (count) =>
      new Promise((tell) => {
        if (mails.received.length >= count) tell();
        else waiting.push({ count, tell });
      }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _, done) {
      done(mails.unknown.has(address.address) ? refusal(550, 'no such mailbox') : null);
    },
    async onData(stream, _, done) {
      const mail = await simpleParser(await buffer(stream));
      const code = await mails.answer();
      if (code !== undefined) {
        done(refusal(code, 'not now'));
        return;
      }
      mails.received.push(mail);
      done();
      for (const { count, tell } of waiting) if (mails.received.length >= count) tell();
    },
  });
  // A client that is killed in the middle of a mail breaks its connection: part of what is tested.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  mails.url = `smtp://127.0.0.1:${address.port}`;
  return mails;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
