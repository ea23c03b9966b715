import * as fc from 'fast-check';
import { happening, type Happening } from './happening';
import { pattern } from './patterns';

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

const devicesOf = (least: number, most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof({ weight: 6, arbitrary: fc.nat({ max: 1 }) }, fc.constant(2)), {
    minLength: least,
    maxLength: most,
  });

const step: fc.Arbitrary<Step> = fc.record({ device: fc.nat({ max: 7 }), happening });

/** Two to eight devices; the first two people share a partner, the third is a stranger to them. `longest`: steps. */
export const scheduleOf = (longest: number): fc.Arbitrary<Schedule> =>
  fc.record({
    devices: fc.oneof({ weight: 8, arbitrary: devicesOf(2, 3) }, { weight: 1, arbitrary: devicesOf(4, 8) }),
    steps: fc
      .array(
        fc.oneof({ weight: 15, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: pattern }),
        {
          minLength: 4,
          maxLength: longest,
          size: 'max',
        },
      )
      .map((parts) => parts.flat()),
    routing: fc.nat({ max: 1_000_000 }),
  });
