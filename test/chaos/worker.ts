import { playBatch, type Batch } from './play-batch';
import { Vendor } from './vendor';

/** A process that plays batches as it gets them, each answered with its result, until it is told to end. */
const vendor = await Vendor.start(String(process.argv[2]));
process.on('message', (batch: Batch | { readonly end: true }) => {
  const answer = async (): Promise<void> => {
    if ('end' in batch) {
      await vendor.close();
      process.disconnect();
    } else process.send?.(await playBatch(batch, vendor));
  };
  answer().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
});
process.send?.('ready');
