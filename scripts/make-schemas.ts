// Writes into docs/spec what follows from the code: the JSON Schemas of prices and of sync, and the results of the examples. Run after a change, and look at the difference: npx tsx scripts/make-schemas.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, exampleResult, examplesFolder } from './price-examples';
import { priceSchemaFiles } from './price-schemas';
import { syncSchemaFiles } from './sync-schemas';

for (const [name, text] of Object.entries({ ...priceSchemaFiles(), ...syncSchemaFiles() })) {
  writeFileSync(join(import.meta.dirname, '../docs/spec', name), text);
}
for (const name of exampleNames()) {
  writeFileSync(join(examplesFolder, `${name}.result.json`), exampleResult(name));
}
