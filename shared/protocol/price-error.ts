import { z } from 'zod';
import { err } from '../lib/result';

export const priceErrorTypes = [
  /** The text is no JSON. */
  'invalid-json',
  /** Something is missing, of the wrong kind or out of its range. */
  'invalid-document',
  /** A key that means nothing there, most likely misspelt. */
  'unknown-key',
  /** More lines, bytes or nesting than are priced. */
  'too-large',
  /** Two things that must be told apart have one id, SKU, code or version. */
  'duplicate',
  /** Two statements that cannot both hold. */
  'contradiction',
  /** A bundle that contains itself. */
  'circular-bundle',
  /** Something is named that is not in the document. */
  'unknown-reference',
  /** Only of the command: there is no such file, or it cannot be read. */
  'unreadable-file',
] as const;

/** Why a document is not priced at all. `path` is where, e.g. "quote.lines[3].quantity"; empty: the whole. The first of its errors. */
export const priceErrorSchema = z.object({
  type: z.enum(priceErrorTypes),
  path: z.string(),
  message: z.string(),
});
export type PriceError = Readonly<z.infer<typeof priceErrorSchema>>;

/** The body of HTTP 400 and what the command prints before it exits with 2. */
export const priceFailureSchema = z.object({ error: priceErrorSchema });

type Path = readonly PropertyKey[];

export const priceError = (type: PriceError['type'], path: Path, message: string): PriceError => ({
  type,
  path: pathText(path),
  message,
});
export const refuse = (type: PriceError['type'], path: Path, message: string) =>
  err(priceError(type, path, message));

function pathText(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      const name = String(key);
      if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return `[${JSON.stringify(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
