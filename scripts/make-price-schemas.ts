// Writes the JSON Schemas of what `npm run price` takes and gives into docs/spec. Run after a change: npx tsx scripts/make-price-schemas.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { priceSchemaFiles } from './price-schemas';

for (const [name, text] of Object.entries(priceSchemaFiles())) {
  writeFileSync(join(import.meta.dirname, '../docs/spec', name), text);
}
