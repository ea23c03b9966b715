import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly schedules: number;
  readonly seed: number;
  /** The most steps of a schedule. */
  readonly longest: number;
  readonly workers: number;
  /** One schedule again: the seed of its batch and the path to it. */
  readonly replay: { readonly seed: number; readonly path: string } | null;
  readonly planted: boolean;
  /** Longer schedules, then real browsers. */
  readonly long: boolean;
  /** Only the planted bugs of these names. */
  readonly only: readonly string[];
  /** Stops at the first failing schedule and does not make it smaller. */
  readonly failFast: boolean;
}

export const usage = `npm run chaos -- --schedules N [--seed S] [--long]
npm run chaos -- --replay SEED:PATH
npm run chaos -- --planted [--only NAME,NAME]

  --schedules N     how many schedules to play; default 100
  --seed S          plays the same schedules again; default: one nobody chose
  --long            longer schedules, then 50 kills and 60 full disks of a real Chromium (root, Linux, a built app)
  --workers N       processes that share them; default 2
  --replay S:PATH   plays one failing schedule again, as it was printed
  --planted         plants known bugs in a copy of the code, one after the other, and says what caught each
  --fail-fast       ends at the first failing schedule, as it is

DATABASE_URL=postgres://... uses that server; otherwise one from npm is started for the run.`;

/** Undefined when the command line cannot be understood. */
export function parseOptions(args: readonly string[]): ChaosOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        schedules: { type: 'string', default: '100' },
        seed: { type: 'string' },
        long: { type: 'boolean', default: false },
        workers: { type: 'string', default: '2' },
        replay: { type: 'string' },
        planted: { type: 'boolean', default: false },
        only: { type: 'string' },
        'fail-fast': { type: 'boolean', default: false },
      },
    });
    const [replaySeed = '', ...path] = values.replay?.split(':') ?? [];
    const options = {
      schedules: Number(values.schedules),
      seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed),
      longest: values.long ? 80 : 25,
      workers: Number(values.workers),
      replay: values.replay === undefined ? null : { seed: Number(replaySeed), path: path.join(':') },
      planted: values.planted,
      long: values.long,
      only: values.only?.split(',') ?? [],
      failFast: values['fail-fast'],
    };
    const numbers = [options.schedules, options.seed, options.workers, options.replay?.seed ?? 0];
    return numbers.every(Number.isSafeInteger) ? options : undefined;
  } catch {
    return undefined;
  }
}
