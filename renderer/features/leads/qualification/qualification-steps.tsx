import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Qualification } from '#shared/domain/lead/lead';
import classes from './qualification.module.css';

const steps = ['answer', 'verify', 'convert'] as const;
const open: Readonly<Record<Qualification['state'], number>> = {
  draft: 0,
  'sent-back': 0,
  sent: 1,
  verified: 2,
};

interface QualificationStepsProps {
  readonly state: Qualification['state'];
  readonly converted: boolean;
}

/** The three steps, and at which of them the lead is. */
export function QualificationSteps({ state, converted }: QualificationStepsProps) {
  const { t } = useTranslation('leads');
  const current = converted ? steps.length : open[state];
  return (
    <ol className={classes['steps']} aria-label={t('qualification.steps')}>
      {steps.map((step, at) => (
        <li
          key={step}
          className={classes['step']}
          data-done={at < current || undefined}
          aria-current={at === current ? 'step' : undefined}
        >
          <span className={classes['stepMark']} aria-hidden>
            {at < current ? <IconCheck size={13} stroke={2.4} /> : at + 1}
          </span>
          <span>{t(`qualification.step.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
