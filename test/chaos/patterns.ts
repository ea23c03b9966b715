import * as fc from 'fast-check';
import { plannedFault } from './faults';
import type { Happening } from './happening';
import type { Step } from './schedule';
import { work, type WorkKind } from './work';

type OnDevice = readonly [device: 'one' | 'other', happening: Happening];

/** What single steps come to by chance only once in hundreds of schedules, and what mistakes hide behind: whole stories, with anything in between. */
const patterns: readonly fc.Arbitrary<readonly OnDevice[]>[] = [
  // SY-13: two people change one quote, neither having seen the other's change.
  fc
    .record({
      a: fc.nat({ max: 2 }),
      kinds: fc.tuple(quoteEdit(), quoteEdit()),
      n: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ a, kinds: [mine, theirs], n }): OnDevice[] => [
      ['one', doing('create-quote', 0, n)],
      ['one', { do: 'sync', window: 0, faults: [] }],
      ['other', { do: 'sync', window: 0, faults: [] }],
      ['one', doing(mine, a, n)],
      ['other', doing(theirs, a, 10 - n)],
      ['one', { do: 'sync', window: 0, faults: [] }],
      ['other', { do: 'sync', window: 0, faults: [] }],
    ]),
  // SY-12: somebody else's session in the middle of somebody's work.
  fc
    .record({ who: fc.nat({ max: 2 }), n: fc.integer({ min: 1, max: 9 }), work })
    .map(({ who, n, work: done }): OnDevice[] => [
      ['one', { do: 'work', window: 0, work: done }],
      ['one', { do: 'other-session', who }],
      ['one', doing('create-account', 0, n)],
      ['one', { do: 'sync', window: 0, faults: [] }],
      ['one', { do: 'sign-in' }],
    ]),
  // SY-15: the store of days ago is back, with or without the journal that knows better, and somebody goes on working in it. Work that can always be
  // done: what comes after then has the number of what came before.
  fc
    .record({ n: fc.integer({ min: 1, max: 9 }), between: work, share: fc.constantFrom(0, 1) })
    .map(({ n, between, share }): OnDevice[] => [
      ['one', { do: 'store-copied' }],
      ['one', doing('create-account', 0, n)],
      ['one', { do: 'work', window: 0, work: between }],
      ['one', { do: 'sync', window: 0, faults: [] }],
      ['one', { do: 'journal-torn', share }],
      ['one', { do: 'old-store-back' }],
      ['one', doing('create-account', 0, 10 - n)],
      ['one', { do: 'sync', window: 0, faults: [] }],
    ]),
  // SY-2: a round that brings news and cannot send what waits, more work, whose journal entry takes to the disk what was noted before it, and then
  // the store is gone.
  fc.record({ work, later: work }).map(({ work: done, later }): OnDevice[] => [
    ['one', { do: 'vendor-grants' }],
    ['one', { do: 'work', window: 0, work: done }],
    ['one', { do: 'sync', window: 0, faults: [{ on: 'push', after: 0, fault: { kind: 'request-lost' } }] }],
    ['one', { do: 'work', window: 0, work: later }],
    ['one', { do: 'store-lost' }],
  ]),
  // SY-7: the network breaks in the middle of new prices, and somebody sells.
  fc
    .record({
      faults: fc.array(plannedFault, { minLength: 1, maxLength: 2 }),
      n: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ faults, n }): OnDevice[] => [
      ['one', { do: 'prices-published' }],
      ['one', { do: 'sync', window: 0, faults }],
      ['one', doing('sale', 0, n)],
      ['one', { do: 'sync', window: 0, faults: [] }],
    ]),
];

function quoteEdit(): fc.Arbitrary<WorkKind> {
  return fc.constantFrom('edit-line', 'add-line', 'edit-quote', 'move-line');
}

function doing(kind: WorkKind, a: number, n: number): Happening {
  return { do: 'work', window: 0, work: { kind, a, b: 0, n } };
}

/** One of those stories, on a device and the one after it. */
export const pattern: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.nat({ max: 7 }), fc.oneof(...patterns))
  .map(([device, story]) =>
    story.map(([which, happening]) => ({ device: which === 'one' ? device : device + 1, happening })),
  );
