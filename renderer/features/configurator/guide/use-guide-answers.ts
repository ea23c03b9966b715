import { useMemo, useState } from 'react';
import {
  isAnswer,
  questionsToAsk,
  type GuideAnswers,
} from '#shared/domain/catalog/configuration/follow-guide';
import type { GuideQuestion, SellingGuide } from '#shared/domain/catalog/selling-guide';

export interface Answering {
  readonly answers: GuideAnswers;
  /** The questions to ask, given the answers so far. */
  readonly questions: readonly GuideQuestion[];
  /** The place of the one that is open; after the last one all are answered. */
  readonly at: number;
  readonly done: boolean;
  readonly answer: (questionId: string, given: readonly string[] | string) => void;
  /** Goes on with what is answered, or with the usual number where nobody typed one. */
  readonly next: () => void;
  readonly goTo: (at: number) => void;
  readonly restart: () => void;
}

export function useGuideAnswers(guide: SellingGuide): Answering {
  const [answers, setAnswers] = useState<GuideAnswers>(new Map());
  const [at, setAt] = useState(0);
  const questions = useMemo(() => questionsToAsk(guide, answers), [guide, answers]);
  const open = questions[at];
  return {
    answers,
    questions,
    at,
    done: at >= questions.length,
    answer: (questionId, given) => setAnswers(new Map([...answers, [questionId, given]])),
    next: () => {
      if (!open) return;
      const given = answers.get(open.id);
      if (given === undefined && open.answer.kind === 'number')
        setAnswers(new Map([...answers, [open.id, open.answer.usual]]));
      else if (given === undefined || !isAnswer(open, given)) return;
      setAt(at + 1);
    },
    goTo: setAt,
    restart: () => {
      setAnswers(new Map());
      setAt(0);
    },
  };
}
