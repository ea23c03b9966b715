// Writes into docs/spec what follows from the code: JSON Schemas of `npm run price`, and the results of the examples. Run after a change, and look at the difference: npx tsx scripts/make-price-schemas.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, exampleResult, examplesFolder } from './price-examples';
import { priceSchemaFiles } from './price-schemas';

for (const [name, text] of Object.entries(priceSchemaFiles())) {
  writeFileSync(join(import.meta.dirname, '../docs/spec', name), text);
}
for (const name of exampleNames()) {
  writeFileSync(join(examplesFolder, `${name}.result.json`), exampleResult(name));
}
