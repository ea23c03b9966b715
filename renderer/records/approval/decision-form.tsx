import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalDecision } from '#shared/domain/approval/approval';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import classes from './approval.module.css';
import { isEmptyCounter } from './counter';
import type { CounterDraft } from './use-counter-draft';

/** `counter`: other discounts are being typed. */
export type DecisionMode = 'look' | 'counter';
type Decision = Pick<ApprovalDecision, 'outcome' | 'comment' | 'counter'>;

interface DecisionFormProps {
  /** Under this name the comment is kept until it is sent. */
  readonly draftKey: string;
  readonly mode: DecisionMode;
  readonly onMode: (mode: DecisionMode) => void;
  readonly counter: CounterDraft;
  /** Resolves to false when it was not decided: the words stay. */
  readonly onDecide: (decision: Decision) => Promise<boolean>;
}

/** Approve, refuse with a reason, or offer other discounts. The rep reads the comment as it is written. */
export function DecisionForm({ draftKey, mode, onMode, counter, onDecide }: DecisionFormProps) {
  const { t } = useTranslation('approvals');
  const [comment, setComment] = useRemembered(`draft:decision:${draftKey}`, '');
  const [problem, setProblem] = useState<'reason' | 'same' | 'unreadable' | null>(null);
  const { busy, run } = useOneAtATime();
  const decide = async (outcome: Decision['outcome']): Promise<void> => {
    if (outcome === 'reject' && comment.trim() === '') return setProblem('reason');
    if (outcome === 'counter' && counter.problems.size > 0) return setProblem('unreadable');
    if (outcome === 'counter' && isEmptyCounter(counter.counter)) return setProblem('same');
    setProblem(null);
    const done = await onDecide({
      outcome,
      comment: comment.trim(),
      counter: outcome === 'counter' ? counter.counter : null,
    });
    if (done) setComment('');
  };
  return (
    <div>
      <Textarea
        inert={busy}
        label={t('decide.comment')}
        description={t('decide.commentHint')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2_000}
        value={comment}
        error={problem && t(`decide.problem.${problem}`)}
        onChange={(event) => {
          setComment(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <div className={classes['decisions']}>
        {mode === 'counter' ? (
          <>
            <Button loading={busy} onClick={() => void run(() => decide('counter'))}>
              {t('decide.sendCounter')}
            </Button>
            <Button variant="default" onClick={() => onMode('look')}>
              {t('decide.back')}
            </Button>
          </>
        ) : (
          <>
            <Button loading={busy} onClick={() => void run(() => decide('approve'))}>
              {t('decide.approve')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => onMode('counter')}>
              {t('decide.counter')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => void run(() => decide('reject'))}>
              {t('decide.reject')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
