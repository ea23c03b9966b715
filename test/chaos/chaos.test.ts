import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
// Says what `inject` gives.
import '../../server/db/test-databases.test-kit';
import { copyProject, plant, removeCopy } from './plant';
import { plantedBugs } from './planted-bugs';
import { playBatch } from './play-batch';
import { Vendor } from './vendor';

/** The share of `npm run chaos` that every test run plays. */
const schedules = 40;
/** Those that show within a few schedules; `--planted` plays all. */
const plantedHere = [
  'lose-the-outbox-at-push',
  'forget-refusals',
  'rebase-in-the-wrong-order',
  'missing-savepoint',
];

describe('schedules of work and faults (SY-1 to SY-17)', () => {
  let vendor: Vendor;
  beforeAll(async () => {
    vendor = await Vendor.start(inject('postgresUrl'));
  });
  afterAll(() => vendor.close());

  it.each([
    ['always the same', 20_261_122],
    ['nobody chose', Math.floor(Math.random() * 2 ** 31)],
  ])(
    '%s: nothing lost, nothing twice, everybody agrees, no queue stuck',
    async (_, seed) => {
      const batch = { seed, schedules: schedules / 2, longest: 25, path: null, failFast: true };
      const { failure, ...played } = await playBatch(batch, vendor);
      // Whoever sees this fail has the seed in it.
      expect(failure).toBeNull();
      expect(played).toMatchObject({ schedules: schedules / 2 });
      expect(played.operations).toBeGreaterThan(schedules);
    },
    120_000,
  );
});

describe('the schedules find bugs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldquote-planted-'));
    await copyProject(folder);
  });
  afterAll(() => removeCopy(folder));

  it.each(plantedBugs.filter(({ name }) => plantedHere.includes(name)))(
    '$rule $name is caught',
    async (bug) => {
      const caught = await plant(bug, folder, {
        schedules: 100,
        seed: 1,
        postgresUrl: inject('postgresUrl'),
      });
      expect(caught.after).not.toBeNull();
    },
    120_000,
  );

  it.each(plantedBugs)('$name can still be planted', async ({ edits }) => {
    for (const { file, find } of edits) {
      const text = await readFile(join(folder, file), 'utf8');
      expect(text.split(find)).toHaveLength(2);
    }
  });
});
