import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ChaosOptions } from './options';
import { batchSize, type Batch, type BatchResult, type Failure } from './play-batch';
import type { Harm } from './violation';

export interface Summary {
  readonly schedules: number;
  readonly operations: number;
  readonly orders: number;
  readonly faults: { readonly byKind: Readonly<Record<string, number>> };
  readonly divergences: number;
  readonly losses: number;
  readonly duplicates: number;
  readonly stuck: number;
  readonly seed: number;
  readonly seconds: number;
}

/** Plays the schedules in worker processes. Each failing one is told as it is found. */
export async function run(
  options: ChaosOptions,
  postgresUrl: string,
  onFailure: (failure: Failure) => void,
): Promise<Summary> {
  const started = Date.now();
  const batches = batchesOf(options);
  const results: BatchResult[] = [];
  let isOver = false;
  const work = async (): Promise<void> => {
    const worker = await startWorker(postgresUrl);
    try {
      for (let batch = batches.shift(); batch && !isOver; batch = batches.shift()) {
        const result = await ask(worker, batch);
        results.push(result);
        if (!result.failure) continue;
        onFailure(result.failure);
        isOver = options.failFast;
      }
    } finally {
      await stopWorker(worker);
    }
  };
  const count = Math.max(1, Math.min(options.workers, batches.length));
  await Promise.all(Array.from({ length: count }, work));
  return { ...summaryOf(results), seed: options.seed, seconds: Math.round((Date.now() - started) / 1_000) };
}

/** The seed decides the schedules, however many workers share them. */
function batchesOf({ schedules, seed, longest, replay, failFast }: ChaosOptions): Batch[] {
  if (replay) return [{ ...replay, schedules: batchSize, longest, failFast }];
  return Array.from({ length: Math.ceil(schedules / batchSize) }, (_, at): Batch => ({
    seed: (Math.imul(seed, 2_654_435_761) + Math.imul(at, 40_503)) | 0,
    schedules: Math.min(batchSize, schedules - at * batchSize),
    longest,
    path: null,
    failFast,
  }));
}

function summaryOf(results: readonly BatchResult[]): Omit<Summary, 'seed' | 'seconds'> {
  const sum = (of: (result: BatchResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const byKind = new Map<string, number>();
  for (const { faults, happenings } of results) {
    for (const [kind, times] of [...Object.entries(faults), ...Object.entries(happenings)]) {
      byKind.set(kind, (byKind.get(kind) ?? 0) + times);
    }
  }
  for (const ordinary of ['work', 'sync', 'sign-in', 'restart']) byKind.delete(ordinary);
  const harmed = (harm: Harm): number => sum(({ failure }) => Number(failure?.harm === harm));
  return {
    schedules: sum(({ schedules }) => schedules),
    operations: sum(({ operations }) => operations),
    orders: sum(({ orders }) => orders),
    faults: { byKind: Object.fromEntries([...byKind].toSorted(([a], [b]) => a.localeCompare(b))) },
    divergences: harmed('divergence'),
    losses: harmed('loss'),
    duplicates: harmed('duplicate'),
    stuck: harmed('stuck'),
  };
}

async function startWorker(postgresUrl: string): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [postgresUrl], {
    // Killed replicas lose their connections: no news here.
    execArgv: ['--import', 'tsx', '--no-warnings'],
  });
  await answer(worker);
  return worker;
}

async function ask(worker: ChildProcess, batch: Batch): Promise<BatchResult> {
  worker.send(batch);
  return (await answer(worker)) as BatchResult;
}

async function answer(worker: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    const [message] = (await Promise.race([
      once(worker, 'message', ended),
      once(worker, 'exit', ended).then(() => Promise.reject(new Error('a worker ended early'))),
    ])) as unknown[];
    return message;
  } finally {
    ended.abort();
  }
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || !worker.connected) return;
  worker.send({ end: true });
  await once(worker, 'exit');
}
