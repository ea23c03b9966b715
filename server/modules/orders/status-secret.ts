import { err, ok, type Result } from '#shared/lib/result';

const prefix = 'whsec_';

/** FIELDQUOTE_ORDER_STATUS_SECRET as the Standard Webhooks scheme writes secrets; null: not set. The error is a sentence for the operator. */
export function parseOrderStatusSecret(
  env: Readonly<Record<string, string | undefined>>,
): Result<string | null, string> {
  const secret = env['FIELDQUOTE_ORDER_STATUS_SECRET'] ?? '';
  if (secret === '') return ok(null);
  const base64 = secret.slice(prefix.length);
  const bytes = Buffer.from(base64, 'base64').length;
  const isSecret =
    secret.startsWith(prefix) && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && bytes >= 24 && bytes <= 64;
  return isSecret
    ? ok(secret)
    : err('FIELDQUOTE_ORDER_STATUS_SECRET: not "whsec_" and 24 to 64 bytes in base64');
}
