import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { err, ok, type Result } from '#shared/lib/result';

export const maxImportBytes = 64 * 1024 * 1024;

/** Why a file cannot be imported at all. */
export type FileProblem =
  | { readonly type: 'not-found' }
  | { readonly type: 'not-readable'; readonly message: string }
  | { readonly type: 'empty' }
  | { readonly type: 'too-large'; readonly bytes: number }
  | { readonly type: 'binary'; readonly at: number }
  | { readonly type: 'utf-16' }
  | { readonly type: 'not-utf-8' }
  | {
      readonly type: 'missing-columns';
      readonly fields: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly type: 'not-csv'; readonly line: number; readonly message: string }
  | { readonly type: 'no-good-rows' };

export type Encoding = 'utf-8' | 'latin1';

/** Reads the file once and says how its bytes become text. UTF-8 where every byte fits, else Latin-1, which fits anything. */
export async function findEncoding(
  file: string,
  wanted: Encoding | 'auto',
): Promise<Result<Encoding, FileProblem>> {
  let bytes: number;
  try {
    const found = await stat(file);
    if (!found.isFile()) return err({ type: 'not-readable', message: 'it is not a file' });
    bytes = found.size;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return err(code === 'ENOENT' ? { type: 'not-found' } : { type: 'not-readable', message });
  }
  if (bytes === 0) return err({ type: 'empty' });
  if (bytes > maxImportBytes) return err({ type: 'too-large', bytes });

  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let at = 0;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      if (at === 0 && isUtf16(chunk)) return err({ type: 'utf-16' });
      const binary = chunk.findIndex(isNeverText);
      if (binary !== -1) return err({ type: 'binary', at: at + binary });
      at += chunk.length;
      isUtf8 &&= fits(utf8, chunk, true);
    }
  } catch (error) {
    return err({ type: 'not-readable', message: (error as Error).message });
  }
  isUtf8 &&= fits(utf8, new Uint8Array(), false);
  if (wanted === 'utf-8' && !isUtf8) return err({ type: 'not-utf-8' });
  return ok(wanted === 'auto' ? (isUtf8 ? 'utf-8' : 'latin1') : wanted);
}

/**
 * Pieces of bytes become pieces of text; a character or a line break cut in two is put together again. Every line break becomes one line feed,
 * so that lines are counted as editors count them. Call once more without bytes at the end.
 */
export function textDecoder(encoding: Encoding): (chunk?: Buffer) => string {
  const utf8 = new TextDecoder('utf-8');
  let carriageReturn = '';
  return (chunk) => {
    if (chunk === undefined) return carriageReturn === '' ? '' : '\n';
    const decoded = encoding === 'latin1' ? windows1252(chunk) : utf8.decode(chunk, { stream: true });
    const text = carriageReturn + decoded;
    carriageReturn = text.endsWith('\r') ? '\r' : '';
    return text.slice(0, text.length - carriageReturn.length).replace(/\r\n?/g, '\n');
  };
}

/** Tab, line feed, form feed, carriage return and escape are met in text files; other C0 controls only in binary ones. */
const isNeverText = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;

const isUtf16 = (chunk: Buffer): boolean =>
  (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);

function fits(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false; // a fatal decoder says so by throwing
  }
}

/** What 0x80 to 0x9F mean in Windows-1252; ISO 8859-1 has only unused controls there, so files that have them mean these. */
const highControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Node's own decoder for windows-1252 leaves these bytes as controls.
const windows1252 = (chunk: Buffer): string =>
  chunk
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => highControls.charAt(control.charCodeAt(0) - 0x80));
