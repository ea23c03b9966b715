import * as fc from 'fast-check';
import type { Failpoint } from '../../server/failpoint';

/** What the network, or the server behind it, does to one request. `share` says where in the bytes. */
export type Fault =
  | { readonly kind: 'request-lost' }
  | { readonly kind: 'answer-lost' }
  /** The server gets it twice; the second answer arrives. */
  | { readonly kind: 'request-twice' }
  /** The device gives it up; the server gets it later, behind what was sent after it. */
  | { readonly kind: 'request-late' }
  /** Answered as usual; a copy of the request comes to the server later again. */
  | { readonly kind: 'copy-late' }
  | { readonly kind: 'request-cut'; readonly share: number }
  | { readonly kind: 'answer-cut'; readonly share: number }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** A captive portal, or a gateway without a server, answers instead. */
  | { readonly kind: 'foreign-page'; readonly page: number }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'too-many-requests' }
  /** The replica waits at the failpoint, with all its locks. */
  | { readonly kind: 'server-slow'; readonly failpoint: Failpoint; readonly milliseconds: number }
  /** The replica is killed when the request reaches the failpoint, and is down for so many requests more. */
  | { readonly kind: 'server-killed'; readonly failpoint: Failpoint; readonly down: number };

/** A fault for the request after `after` others of the device; or of its pushes, which matter most. */
export interface PlannedFault {
  readonly on: 'any' | 'push';
  readonly after: number;
  readonly fault: Fault;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const failpoint = fc.constantFrom<Failpoint>(
  'push:locked',
  'push:decided',
  'push:before-commit',
  'push:after-commit',
  'pull:read',
);

export const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant({ kind: 'request-lost' as const }),
  { weight: 3, arbitrary: fc.constant({ kind: 'answer-lost' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'request-twice' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'request-late' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'copy-late' as const }) },
  fc.record({ kind: fc.constant('request-cut' as const), share }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer-cut' as const), share }) },
  fc.record({ kind: fc.constant('slow' as const), milliseconds: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('foreign-page' as const), page: fc.nat({ max: 3 }) }),
  fc.constant({ kind: 'server-error' as const }),
  fc.constant({ kind: 'too-many-requests' as const }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('server-killed' as const),
      failpoint,
      down: fc.nat({ max: 2 }),
    }),
  },
);

/** Where in a round: most rounds have four to eight requests. */
export const plannedFault: fc.Arbitrary<PlannedFault> = fc.oneof(
  fc.record({ on: fc.constant('any' as const), after: fc.nat({ max: 8 }), fault }),
  fc.record({ on: fc.constant('push' as const), after: fc.constant(0), fault }),
);
