import * as fc from 'fast-check';
import { plannedFault, type PlannedFault } from './faults';
import { work, type Work } from './work';

/** What happens to one device at one step. */
export type Happening =
  | { readonly do: 'work'; readonly window: number; readonly work: Work }
  | { readonly do: 'sync'; readonly window: number; readonly faults: readonly PlannedFault[] }
  /** Killed at the step after `steps` others, while it works or syncs. */
  | { readonly do: 'killed-at-work'; readonly steps: number; readonly work: Work }
  | { readonly do: 'killed-at-sync'; readonly steps: number; readonly faults: readonly PlannedFault[] }
  | { readonly do: 'killed-at-start'; readonly steps: number }
  /** Somebody works on each device, then all sync at once. `faults`: of the first. */
  | { readonly do: 'all-sync'; readonly work: Work; readonly faults: readonly PlannedFault[] }
  /** One window works while another syncs. */
  | { readonly do: 'work-while-syncing'; readonly work: Work; readonly faults: readonly PlannedFault[] }
  | { readonly do: 'late-requests-arrive' }
  | { readonly do: 'restart' }
  | { readonly do: 'session-ends' }
  | { readonly do: 'sign-in' }
  | { readonly do: 'sign-out' }
  /** Somebody else signs in, the windows stay whose they were. */
  | { readonly do: 'other-session'; readonly who: number }
  /** Somebody else has the device from now on. */
  | { readonly do: 'other-person'; readonly who: number }
  | { readonly do: 'clock'; readonly years: number }
  | { readonly do: 'prices-published' }
  | { readonly do: 'vendor-grants' }
  | { readonly do: 'vendor-withdraws' }
  | { readonly do: 'tombstones-forgotten' }
  | { readonly do: 'resolve-refused'; readonly pick: number; readonly how: 'again' | 'discard' }
  | { readonly do: 'resolve-parted'; readonly pick: number; readonly how: number }
  /** The disk is full from the write after `steps` others on; what is done then may fail. */
  | { readonly do: 'disk-full'; readonly steps: number; readonly work: Work }
  | { readonly do: 'disk-freed'; readonly storeLost: boolean }
  | { readonly do: 'store-lost' }
  | { readonly do: 'store-copied' }
  | { readonly do: 'old-store-back' }
  | { readonly do: 'journal-torn'; readonly share: number }
  /** A message that no app sends: out of order, or with another partner's cookie. */
  | { readonly do: 'stray-message'; readonly kind: 'gap' | 'foreign-cookie' | 'future-version' }
  | { readonly do: 'chunk-damaged'; readonly pick: number }
  /** The store is one of the first release, with its outbox; killed at the step after `steps` others of the upgrade. */
  | { readonly do: 'upgraded'; readonly steps: number };

const window = fc.nat({ max: 2 });
const faults = fc.array(plannedFault, { maxLength: 2 });
const pick = fc.nat({ max: 4 });
const who = fc.nat({ max: 2 });

const of = <K extends Happening['do'], R extends object>(
  weight: number,
  what: K,
  rest: { [P in keyof R]: fc.Arbitrary<R[P]> },
) => ({ weight, arbitrary: fc.record({ do: fc.constant(what), ...rest }) as fc.Arbitrary<{ do: K } & R> });

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  of(40, 'work', { window, work }),
  of(20, 'sync', { window, faults }),
  of(3, 'killed-at-work', { steps: fc.nat({ max: 9 }), work }),
  of(6, 'killed-at-sync', { steps: fc.nat({ max: 60 }), faults: fc.array(plannedFault, { maxLength: 1 }) }),
  of(1, 'killed-at-start', { steps: fc.nat({ max: 9 }) }),
  of(5, 'all-sync', { work, faults }),
  of(3, 'work-while-syncing', { work, faults }),
  of(2, 'late-requests-arrive', {}),
  of(1, 'restart', {}),
  of(1, 'session-ends', {}),
  of(2, 'sign-in', {}),
  of(1, 'sign-out', {}),
  of(1, 'other-session', { who }),
  of(1, 'other-person', { who }),
  of(1, 'clock', { years: fc.constantFrom(-10, 0, 10) }),
  of(2, 'prices-published', {}),
  of(2, 'vendor-grants', {}),
  of(3, 'vendor-withdraws', {}),
  of(2, 'tombstones-forgotten', {}),
  of(3, 'resolve-refused', { pick, how: fc.constantFrom('again' as const, 'discard' as const) }),
  of(3, 'resolve-parted', { pick, how: pick }),
  of(2, 'disk-full', { steps: fc.nat({ max: 12 }), work }),
  of(2, 'disk-freed', { storeLost: fc.boolean() }),
  of(2, 'store-lost', {}),
  of(2, 'store-copied', {}),
  of(2, 'old-store-back', {}),
  of(2, 'journal-torn', { share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  of(3, 'stray-message', {
    kind: fc.constantFrom('gap' as const, 'foreign-cookie' as const, 'future-version' as const),
  }),
  of(1, 'chunk-damaged', { pick }),
  of(1, 'upgraded', { steps: fc.nat({ max: 20 }) }),
);
