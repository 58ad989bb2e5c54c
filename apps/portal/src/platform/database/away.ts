/** Codes of PostgreSQL for a server that shuts down, has crashed or is starting. */
const awayStates = new Set(['57P01', '57P02', '57P03']);
/** What the network says. */
const awayNetwork = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;
/** What pg says where nobody answered; the last two to whoever asks on, or rolls back, after it broke. */
const awayMessages =
  /^(Connection terminated|timeout e|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** Whether a query failed since the database could not be reached, not by its own fault. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as Error & { code?: string };
  const isAway = awayStates.has(code) || code.startsWith('08') || awayNetwork.test(code);
  return isAway || awayMessages.test(error.message) || isDatabaseAway(error.cause);
}
