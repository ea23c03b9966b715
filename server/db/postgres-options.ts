import { err, ok, type Result } from '#shared/lib/result';
import { defaultPoolSize, type PostgresOptions } from './database';

/** Reads FIELDQUOTE_POSTGRES_*. The error is a sentence for the operator. */
export function parsePostgresOptions(
  env: Readonly<Record<string, string | undefined>>,
): Result<Required<Pick<PostgresOptions, 'poolSize'>> & PostgresOptions, string> {
  const numbers = new Map<string, number>();
  for (const name of ['POOL', 'STATEMENT_MS', 'LOCK_MS', 'IDLE_MS']) {
    const key = `FIELDQUOTE_POSTGRES_${name}`;
    const text = env[key] ?? '';
    if (text === '') continue;
    if (!/^[1-9]\d{0,8}$/.test(text)) return err(`${key}=${text}: not a whole number above zero`);
    numbers.set(name, Number(text));
  }
  const [statement, lock, idle] = ['STATEMENT_MS', 'LOCK_MS', 'IDLE_MS'].map((name) => numbers.get(name));
  return ok({
    poolSize: numbers.get('POOL') ?? defaultPoolSize,
    ...(statement !== undefined && { statementTimeoutMs: statement }),
    ...(lock !== undefined && { lockTimeoutMs: lock }),
    ...(idle !== undefined && { idleInTransactionTimeoutMs: idle }),
  });
}
