import { type Remote, wrap } from 'comlink';
import { err } from '#shared/lib/result';
import type { ProposalError } from '#shared/proposal/proposal';
import type { ProposalService } from './client';

interface Running {
  readonly remote: Remote<ProposalService>;
  /** Settles when the worker ends before it has answered. */
  readonly ended: Promise<ProposalError>;
  readonly end: (why: ProposalError) => void;
}

export interface StoppableProposalService extends ProposalService {
  /** Ends the worker; what it was drawing is cancelled. */
  stop(): void;
}

function startWorker(): Running {
  const thread = new Worker(new URL('../workers/proposal.worker.ts', import.meta.url), { type: 'module' });
  let settle: (why: ProposalError) => void = () => {};
  const ended = new Promise<ProposalError>((resolve) => {
    settle = resolve;
  });
  const end = (why: ProposalError): void => {
    thread.terminate();
    settle(why);
  };
  thread.addEventListener('error', ({ message }) => end({ type: 'failed', message }));
  return { remote: wrap<ProposalService>(thread), ended, end };
}

/**
 * PDFs are drawn in a worker of their own, started with the first one. Drawing cannot be interrupted from within: cancelling
 * ends the worker, and the next PDF starts a new one.
 */
export function createProposalService(): StoppableProposalService {
  let running: Running | null = null;

  const stop = (): void => {
    running?.end({ type: 'cancelled' });
    running = null;
  };

  return {
    makePdf: async (input, signal) => {
      if (signal?.aborted === true) return err({ type: 'cancelled' });
      const current = running ?? startWorker();
      running = current;
      const cancel = (): void => {
        current.end({ type: 'cancelled' });
        if (running === current) running = null;
      };
      const broken = current.ended.then((why) => {
        if (running === current) running = null;
        return err(why);
      });
      signal?.addEventListener('abort', cancel);
      try {
        return await Promise.race([current.remote.makePdf(input), broken]);
      } catch (thrown) {
        return err({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    stop,
  };
}
