import * as fc from 'fast-check';
import { plannedFault, type PlannedFault } from './faults';
import type { Trouble } from './power';
import { work, type Work } from './work';

/** What happens to one device at one step. */
export type Happening =
  | { readonly do: 'work'; readonly window: number; readonly work: Work }
  | { readonly do: 'sync'; readonly window: number; readonly faults: readonly PlannedFault[] }
  /** Killed at the step after `steps` others, while it works or syncs. */
  | { readonly do: 'killed-at-work'; readonly steps: number; readonly work: Work }
  | { readonly do: 'killed-at-sync'; readonly steps: number; readonly faults: readonly PlannedFault[] };

export interface Step {
  /** Which device; beyond the last one counts from the first again. */
  readonly device: number;
  readonly happening: Happening;
}

export interface Schedule {
  /** For each device, which of the people has it. */
  readonly devices: readonly number[];
  readonly steps: readonly Step[];
  /** Decides which replica each request goes to. */
  readonly routing: number;
}

const window = fc.nat({ max: 2 });
const faults = fc.array(plannedFault, { maxLength: 2 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('work' as const), window, work }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sync' as const), window, faults }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('killed-at-work' as const), steps: fc.nat({ max: 5 }), work }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('killed-at-sync' as const),
      steps: fc.nat({ max: 60 }),
      faults: fc.array(plannedFault, { maxLength: 1 }),
    }),
  },
);

/** Two to eight devices; the first two people share a partner, the third is a stranger to them. */
export const schedule: fc.Arbitrary<Schedule> = fc.record({
  devices: fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 1 }) }, fc.constant(2)), {
    minLength: 2,
    maxLength: 8,
  }),
  steps: fc.array(fc.record({ device: fc.nat({ max: 7 }), happening }), { minLength: 4, maxLength: 40 }),
  routing: fc.nat({ max: 1_000_000 }),
});

export type { Trouble };
