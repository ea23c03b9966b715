// Prices one JSON document: `npm run -s price -- FILE`, or `-` for standard input. Prints the priced quote, or what is wrong with it (exit code 2).
import { readFileSync } from 'node:fs';
import { priceError, type PriceError } from '#shared/protocol/price-error';
import { priceDocumentText } from '#shared/protocol/price-document';
import type { Result } from '#shared/lib/result';

const standardInput = 0;

function readDocument(name: string | undefined): Result<string, PriceError> {
  const unreadable = (message: string) =>
    ({ ok: false, error: priceError('unreadable-file', [], message) }) as const;
  if (name === undefined) return unreadable('name a file to price, or - for standard input');
  try {
    return { ok: true, value: readFileSync(name === '-' ? standardInput : name, 'utf8') };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : `cannot read ${name}`);
  }
}

const text = readDocument(process.argv[2]);
const priced = text.ok ? priceDocumentText(text.value) : text;
// Not process.exit: it would cut off what a pipe has not taken yet.
if (!priced.ok) process.exitCode = 2;
process.stdout.write(`${JSON.stringify(priced.ok ? priced.value : { error: priced.error })}\n`);
