import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { priceSchemaFiles } from './price-schemas';
import { syncSchemaFiles } from './sync-schemas';

it.each(Object.entries({ ...priceSchemaFiles(), ...syncSchemaFiles() }))(
  'docs/spec/%s is what the code checks with (npx tsx scripts/make-schemas.ts writes it)',
  (name, text) => {
    expect(readFileSync(join(import.meta.dirname, '../docs/spec', name), 'utf8')).toBe(text);
  },
);
