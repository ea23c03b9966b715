/** What is here now is not what will be here in a moment: the same request may well pass when it is sent again. */
export class TemporaryFailure extends Error {}

/** Node's network and disk errors: the thing asked is away, full or overloaded. */
const systemErrors =
  /^(E(ACCES|ADDRNOTAVAIL|AGAIN|AI_AGAIN|BUSY|CONNABORTED|CONNREFUSED|CONNRESET|HOSTUNREACH|IO|MFILE|NETDOWN|NETUNREACH|NFILE|NOENT|NOMEM|NOSPC|NOTFOUND|PIPE|ROFS|TIMEDOUT)|UND_ERR_\w+)$/;

/**
 * PostgreSQL's classes 08 (connection), 40 (two transactions in each other's way), 53 (resources), 55P03 and 57014 (a wait or a statement took too
 * long), 57P (shutdown), 58 (disk), and 25P03 and 25P04 (a transaction that sat too long).
 */
const databaseErrors = /^(08\w{3}|25P0[34]|40\w{3}|53\w{3}|55P03|57014|57P\w\w|58\w{3})$/;

/** What the drivers say without a code. */
const driverMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after calling end|driver has already been destroyed|PGlite is clos|fetch failed)/;

/**
 * True when a request failed for the server's surroundings (database, disk or network away, busy or in another's way) and not for what it asks:
 * nothing of it counts, and it is to be sent again (SY-4).
 */
export function isTemporary(error: unknown): boolean {
  if (error instanceof TemporaryFailure) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (systemErrors.test(code) || databaseErrors.test(code))) return true;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
  return driverMessages.test(error.message) || (error.cause !== undefined && isTemporary(error.cause));
}
