// The documents of docs/spec/examples and what they come to, for the page that shows them and the test that runs them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { priceDocumentText } from '#shared/protocol/price-document';

export const examplesFolder = join(import.meta.dirname, '../docs/spec/examples');

/** Names without their ".json". */
export const exampleNames = (): string[] =>
  readdirSync(examplesFolder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.result.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted();

/** What `npm run price` prints for an example, with line breaks. */
export function exampleResult(name: string): string {
  const priced = priceDocumentText(readFileSync(join(examplesFolder, `${name}.json`), 'utf8'));
  return `${JSON.stringify(priced.ok ? priced.value : { error: priced.error }, null, 2)}\n`;
}
