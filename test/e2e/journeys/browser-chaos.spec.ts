import { expect, test } from '@playwright/test';
import { runDiskFull, runKills } from '../../chaos-browser/run';

// A few rounds of what `npm run chaos -- --long` does for an hour.
test.setTimeout(420_000);

test('SY-2 kill -9 of the browser while it writes, pushes and pulls: nothing that was said to be saved is lost', async () => {
  const { acknowledged, lost, duplicates, stuck, byMoment } = await runKills({ rounds: 2, seed: 1 });
  expect(byMoment).toEqual({ write: 1, push: 1, pull: 0 });
  expect(acknowledged).toBeGreaterThan(40);
  expect({ lost, duplicates, stuck }).toEqual({ lost: [], duplicates: 0, stuck: [] });
});

test('SY-2 the disk fills up while the person works: nothing that was said to be saved is lost, and the person is told', async () => {
  const { skipped, rounds, acknowledged, lost, duplicates, stuck, told } = await runDiskFull({
    rounds: 2,
    seed: 1,
    filler: 'once',
    host: 'browser',
    evicted: false,
  });
  test.skip(skipped !== null, skipped ?? '');
  expect(acknowledged).toBeGreaterThan(40);
  expect({ lost, duplicates, stuck }).toEqual({ lost: [], duplicates: 0, stuck: [] });
  expect(told).toBe(rounds);
});
