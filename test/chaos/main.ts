import { startTemporaryPostgres } from '../../server/db/temporary-postgres.test-kit';
import { parseOptions, usage } from './options';
import { plantAll } from './plant-all';
import { run } from './run';

const options = parseOptions(process.argv.slice(2));
if (options) {
  const postgres = await startTemporaryPostgres();
  try {
    const isGood = options.planted
      ? await plantAll(options, postgres.url, print)
      : await playAll(postgres.url);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await postgres.stop();
  }
} else {
  print(usage);
  process.exitCode = 2;
}

async function playAll(postgresUrl: string): Promise<boolean> {
  if (!options) return false;
  let failures = 0;
  const summary = await run(options, postgresUrl, ({ replay, message, schedule }) => {
    failures += 1;
    print(`\n--replay ${replay}\n${message}\n${JSON.stringify(schedule)}\n`);
  });
  if (!options.long || options.replay) {
    print(JSON.stringify(summary));
    return failures === 0;
  }
  // Loaded only here: it brings a browser and a bundler.
  const { isLongGood, runLong } = await import('../chaos-browser/run');
  const browsers = await runLong(summary.seed);
  print(JSON.stringify({ ...summary, browsers }));
  return failures === 0 && (typeof browsers === 'string' || isLongGood(browsers));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
