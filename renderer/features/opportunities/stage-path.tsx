import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isOpenStage, stages, type Stage } from '#shared/domain/deal/opportunity';
import { stageLooks } from '../../records/stage-badge';
import { useExpected } from '../../ui/use-expected';
import classes from './stage-path.module.css';

interface StagePathProps {
  readonly stage: Stage;
  readonly onMove: (stage: Stage) => Promise<boolean>;
}

/** The sales path with where the deal stands; a click moves it there. What the stage asks for stands below. */
export function StagePath({ stage, onMove }: StagePathProps) {
  const { t } = useTranslation(['opportunities', 'records']);
  const [shown, expect] = useExpected(stage);
  const current = shown as Stage;
  const reached = stages.indexOf(current);
  const move = async (to: Stage): Promise<void> => {
    if (to === current) return;
    expect(to);
    if (!(await onMove(to))) expect(null);
  };
  return (
    <div className={classes['root']}>
      <ol className={classes['path']} aria-label={t('path')}>
        {stages.map((one, index) => {
          const passed = isOpenStage(one) && (index < reached || current === 'won') && current !== 'lost';
          const Icon = passed ? IconCheck : stageLooks[one].icon;
          return (
            <li key={one} className={classes['step']}>
              <button
                type="button"
                className={classes['button']}
                data-look={one === current ? (isOpenStage(one) ? 'now' : one) : passed ? 'passed' : undefined}
                aria-current={one === current ? 'step' : undefined}
                onClick={() => void move(one)}
              >
                <Icon size={14} stroke={2} aria-hidden />
                <span>{t(`records:stage.${one}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className={classes['guidance']}>{t(`guidance.${current}`)}</p>
    </div>
  );
}
