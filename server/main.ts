import { parseOptions, usage } from './options';
import { startServer } from './start';

const print = (line: string): void => console.log(line);
const fail = (line: string): never => {
  console.error(line);
  process.exit(1);
};

const options = parseOptions(process.argv.slice(2), process.env);
if (!options.ok) fail(`${options.error}\n\n${usage}`);
else if (options.value === 'help') print(usage);
else {
  const started = await startServer(options.value, print).catch((error: unknown) =>
    fail(`The server could not start: ${error instanceof Error ? error.message : String(error)}`),
  );
  if (!started.ok) fail(started.error);
  else {
    const { address, exitCode } = started.value;
    const server = started.value;
    process.exitCode = exitCode;
    if (address === null) await server.close();
    else {
      let closing = false;
      const stop = (): void => {
        // Whoever asks twice does not want to wait.
        if (closing) process.exit(1);
        closing = true;
        server.close().then(
          () => process.exit(0),
          (error: unknown) => fail(`The server did not stop cleanly: ${String(error)}`),
        );
      };
      process.on('SIGINT', stop);
      process.on('SIGTERM', stop);
      print(`Fieldquote server ready at ${address}`);
    }
  }
}
