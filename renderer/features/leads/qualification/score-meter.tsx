import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import { scoreOf } from '#shared/domain/lead/score';
import type { Answers } from '../commands';
import classes from './qualification.module.css';

interface ScoreMeterProps {
  readonly criteria: LeadCriteria;
  readonly answers: Answers;
  readonly missing: number;
}

/** The score of the answers so far, against the one from which a lead counts as qualified. */
export function ScoreMeter({ criteria: { criteria, passAt }, answers, missing }: ScoreMeterProps) {
  const { t } = useTranslation('leads');
  const score = scoreOf(criteria, answers);
  const passed = score >= passAt;
  return (
    <div className={classes['meter']} data-passed={passed || undefined}>
      <div className={classes['meterWords']} aria-live="polite">
        <strong>{t('score.now', { score })}</strong>
        <span>{t(passed ? 'score.passes' : 'score.passAt', { passAt })}</span>
        {missing > 0 && <span className={classes['missing']}>{t('score.missing', { count: missing })}</span>}
      </div>
      <div className={classes['bar']}>
        <Progress value={score} aria-label={t('score.label')} color={passed ? 'green' : 'blue'} />
        <span className={classes['pass']} style={{ insetInlineStart: `${passAt}%` }} aria-hidden />
      </div>
    </div>
  );
}
