import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Result } from '#shared/lib/result';
import type { ProposalError, ProposalInput } from '#shared/proposal/proposal';
import { useClient } from '../../client/client-context';

export interface ProposalPdf {
  /** The newest finished document; stays in view while the next is drawn. */
  readonly bytes: Uint8Array | null;
  readonly error: ProposalError | null;
  readonly drawing: boolean;
  readonly cancel: () => void;
  readonly retry: () => void;
}

interface Drawn {
  readonly of: string;
  readonly result: Result<Uint8Array, ProposalError>;
}

/** Draws the proposal whenever what it says changes. null: nothing to draw yet. */
export function useProposalPdf(input: ProposalInput | null): ProposalPdf {
  const { proposals } = useClient();
  // Records read again are new objects of the same words: only other words are worth drawing.
  const words = useMemo(() => (input === null ? null : JSON.stringify(input)), [input]);
  const [attempt, setAttempt] = useState(0);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const run = useRef<AbortController | null>(null);
  const of = `${attempt} ${words ?? ''}`;

  useEffect(() => {
    if (words === null) return undefined;
    const controller = new AbortController();
    run.current = controller;
    let current = true;
    const draw = async (): Promise<void> => {
      const result = await proposals.makePdf(JSON.parse(words) as ProposalInput, controller.signal);
      if (!current) return;
      setDrawn({ of, result });
      if (result.ok) setBytes(result.value);
    };
    void draw();
    return () => {
      current = false;
      controller.abort();
    };
  }, [proposals, words, of]);

  const result = drawn?.of === of ? drawn.result : null;
  const cancel = useCallback(() => run.current?.abort(), []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const error = result === null || result.ok ? null : result.error;
  return {
    bytes: error === null ? bytes : null,
    error,
    drawing: words !== null && result === null,
    cancel,
    retry,
  };
}
