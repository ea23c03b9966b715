import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { allMigrations } from '../../renderer/db/migrations/all-migrations';

/**
 * SHA-256 over each released step's tables and indexes. A step that is out on people's devices is never edited: a database that took it
 * as it was would never get the edit. What is new is a new step; a release adds its steps here and a frozen database beside.
 */
const released: Readonly<Record<number, string>> = {
  1: 'cb9c7d957b5897c1019eb1af20aeec2b81fea57a63923fe51d1b43a2c7474302',
  2: 'f2f8a40050ad688cad98f82c4290207b708f0f7cd0258fd1402ae0bca8f8061a',
};

const fingerprint = (stores: Readonly<Record<string, string | null>>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(stores).toSorted(([a], [b]) => a.localeCompare(b))))
    .digest('hex');

describe('steps of the store (SY-10)', () => {
  it.each(Object.entries(released))('step %s is what was released', (version, hash) => {
    const step = allMigrations.find((migration) => migration.version === Number(version));
    expect(step && fingerprint(step.stores)).toBe(hash);
  });

  it('the first has nothing to carry over: what it did would be done on no device that has it', () => {
    expect(allMigrations[0]?.upgrade).toBeUndefined();
  });

  it('come in rising order without a gap, so that every device takes each of them once', () => {
    expect(allMigrations.map(({ version }) => version)).toEqual(allMigrations.map((_, index) => index + 1));
  });
});
