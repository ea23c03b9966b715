import { useMemo, useState } from 'react';
import type { Opportunity, Stage } from '#shared/domain/deal/opportunity';
import { expectNext, isAwaited, type Expected } from '../../ui/expected';

interface Moves {
  /** The deals with moved cards where they will be once that is stored: they must not jump back in between, and move on from there. */
  readonly shown: readonly Opportunity[];
  readonly expect: (id: string, stage: Stage) => void;
  /** It could not be stored. */
  readonly giveUp: (id: string) => void;
}

/** Cards that were moved, each waiting for its deal to say so. */
export function useMoves(opportunities: readonly Opportunity[]): Moves {
  const [under, setUnder] = useState<ReadonlyMap<string, Expected<Stage>>>(new Map());
  const stages = useMemo(() => new Map(opportunities.map(({ id, stage }) => [id, stage])), [opportunities]);
  const waiting = [...under].filter(([id, expected]) => {
    const stage = stages.get(id);
    return stage !== undefined && isAwaited(expected, stage);
  });
  if (waiting.length < under.size) setUnder(new Map(waiting));
  const shown = useMemo(
    () =>
      under.size === 0
        ? opportunities
        : opportunities.map((each) => {
            const expected = under.get(each.id);
            return expected && isAwaited(expected, each.stage) ? { ...each, stage: expected.next } : each;
          }),
    [opportunities, under],
  );
  return {
    shown,
    expect: (id, stage) => {
      const stored = stages.get(id);
      if (stored === undefined) return;
      setUnder((before) => new Map(before).set(id, expectNext(before.get(id) ?? null, stored, stage)));
    },
    giveUp: (id) => setUnder((before) => new Map([...before].filter(([other]) => other !== id))),
  };
}
