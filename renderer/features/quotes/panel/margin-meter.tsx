import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/formats';
import classes from './panel.module.css';

/** The margin as a length: full at 50 %, which few resale quotes reach. A loss is red and has no length. */
const fullAt = 50;

export function MarginMeter({
  percent,
  floor,
}: {
  readonly percent: string | null;
  /** PR-24: the least the policy wants of the quote; null: nothing. */
  readonly floor: string | null;
}) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const value = percent === null ? 0 : Number(percent);
  const tone = value < 0 ? 'bad' : value < (floor === null ? 5 : Number(floor)) ? 'warn' : 'good';
  return (
    <div className={classes['meter']} data-tone={tone}>
      <span className={classes['meterValue']}>{percent === null ? '—' : formats.percent(percent)}</span>
      <span className={classes['meterLabel']}>
        {percent === null ? t('totals.noMargin') : value < 0 ? t('totals.loss') : t('totals.marginPercent')}
      </span>
      <span className={classes['meterTrack']} aria-hidden>
        <span
          className={classes['meterBar']}
          style={{ width: `${Math.min(100, Math.max(0, (value / fullAt) * 100))}%` }}
        />
        {floor !== null && (
          <span
            className={classes['meterFloor']}
            style={{ insetInlineStart: `${Math.min(100, (Number(floor) / fullAt) * 100)}%` }}
          />
        )}
      </span>
      {floor !== null && (
        <span className={classes['meterFloorLabel']}>
          {t('totals.marginFloor', { percent: formats.percent(floor) })}
        </span>
      )}
    </div>
  );
}
