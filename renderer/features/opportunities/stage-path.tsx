import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import { isOpenStage, stages, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import { blockedBy, guidanceOf } from '#shared/domain/deal/sales-path-progress';
import { contentLanguage } from '../../i18n/content-language';
import { GoOn } from '../../records/sales-path/go-on';
import { StagePanel } from '../../records/sales-path/stage-panel';
import { useSalesPath } from '../../records/sales-path/use-sales-path';
import { stageLooks } from '../../records/stage-badge';
import { useExpected } from '../../ui/use-expected';
import classes from './stage-path.module.css';

interface StagePathProps {
  readonly opportunity: Opportunity;
  /** `from`: where the deal stood on screen. `why`: the rep's word on going on without what the sales path asks for. */
  readonly onMove: (stage: Stage, from: Stage, why?: string) => Promise<boolean>;
}

/** The sales path with where the deal stands; a click moves it there. What the stage asks for stands below. */
export function StagePath({ opportunity, onMove }: StagePathProps) {
  const { t, i18n } = useTranslation(['opportunities', 'records']);
  const { stage } = opportunity;
  const path = useSalesPath();
  const [asked, setAsked] = useState<Stage | null>(null);
  const [current, expect] = useExpected(stage);
  const reached = stages.indexOf(current);
  const guide = guidanceOf(path, current);
  const unmet = asked === null ? [] : blockedBy(path, opportunity, asked);
  const move = async (to: Stage, why?: string): Promise<void> => {
    expect(to);
    // The word on why stays where it was typed until it is stored.
    if (why === undefined) setAsked(null);
    const stored = await onMove(to, current, why);
    if (!stored) expect(null);
    else if (why !== undefined) setAsked(null);
  };
  const ask = (to: Stage) => {
    if (to === current) return;
    if (blockedBy(path, { ...opportunity, stage: current }, to).length > 0) setAsked(to);
    else void move(to);
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
                onClick={() => ask(one)}
              >
                <Icon size={14} stroke={2} aria-hidden />
                <span>{t(`records:stage.${one}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className={classes['guidance']}>
        {guide ? textIn(guide.guidance, contentLanguage(i18n.language)) : t(`guidance.${current}`)}
      </p>
      {asked !== null && unmet.length > 0 ? (
        <GoOn to={asked} unmet={unmet} onStay={() => setAsked(null)} onGoOn={(why) => move(asked, why)} />
      ) : (
        guide &&
        path && <StagePanel opportunity={{ ...opportunity, stage: current }} path={path} onNext={ask} />
      )}
    </div>
  );
}
