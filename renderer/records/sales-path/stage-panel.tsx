import { Anchor, Button, Checkbox } from '@mantine/core';
import { IconArrowRight, IconExternalLink, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import type { Opportunity, Stage } from '#shared/domain/deal/opportunity';
import type { SalesPath } from '#shared/domain/deal/sales-path';
import { criteriaOf, guidanceOf, nextStage } from '#shared/domain/deal/sales-path-progress';
import { contentLanguage } from '../../i18n/content-language';
import { useFormats } from '../../ui/formats';
import { useNames } from '../use-names';
import { useSave } from '../use-save';
import classes from './sales-path.module.css';

interface StagePanelProps {
  readonly opportunity: Opportunity;
  readonly path: SalesPath;
  readonly onNext: (to: Stage) => void;
}

/** OPP-1: what the vendor's sales path says of the stage the deal is in: what to find out, what must be so to go on, what to send. */
export function StagePanel({ opportunity, path, onNext }: StagePanelProps) {
  const { t, i18n } = useTranslation(['opportunities', 'records']);
  const language = contentLanguage(i18n.language);
  const formats = useFormats();
  const nameOf = useNames('person');
  const save = useSave();
  const onward = nextStage(opportunity.stage);
  const exit = criteriaOf(path, opportunity);
  const send = guidanceOf(path, opportunity.stage)?.send ?? [];
  return (
    <div className={classes['panel']}>
      {exit.length > 0 && (
        <section className={classes['part']} aria-label={t('salesPath.exit')}>
          <h2 className={classes['partTitle']}>{t('salesPath.exit')}</h2>
          <ul className={classes['list']}>
            {exit.map(({ id, text, required, met }) => {
              return (
                <li key={id}>
                  <Checkbox
                    checked={met !== null}
                    label={
                      <>
                        {textIn(text, language)}
                        {required && <span className={classes['required']}> {t('salesPath.required')}</span>}
                      </>
                    }
                    description={
                      met &&
                      t('salesPath.metBy', {
                        name: nameOf(met.by) ?? t('salesPath.someone'),
                        when: formats.instant(met.at),
                      })
                    }
                    onChange={(event) =>
                      void save('meetCriterion', {
                        opportunityId: opportunity.id,
                        criterionId: id,
                        met: event.currentTarget.checked,
                      })
                    }
                  />
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {send.length > 0 && (
        <section className={classes['part']} aria-label={t('salesPath.send')}>
          <h2 className={classes['partTitle']}>{t('salesPath.send')}</h2>
          <ul className={classes['list']}>
            {send.map(({ id, title, url }) => (
              <li key={id} className={classes['material']}>
                <IconFileText size={14} stroke={1.8} aria-hidden />
                {url === null ? (
                  <span>{textIn(title, language)}</span>
                ) : (
                  <Anchor href={url} target="_blank" rel="noreferrer">
                    {textIn(title, language)} <IconExternalLink size={12} aria-hidden />
                  </Anchor>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {onward && (
        <Button
          className={classes['next'] ?? ''}
          variant="light"
          rightSection={<IconArrowRight size={15} aria-hidden />}
          onClick={() => onNext(onward)}
        >
          {t('salesPath.next', { stage: t(`records:stage.${onward}`) })}
        </Button>
      )}
    </div>
  );
}
