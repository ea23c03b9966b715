import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats';
import classes from './zoom-control.module.css';

export const zoomLevels = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** The next level up or down; at the end, the same again. */
export const nextZoom = (zoom: number, direction: 'in' | 'out'): number =>
  (direction === 'in'
    ? zoomLevels.find((level) => level > zoom)
    : zoomLevels.findLast((level) => level < zoom)) ?? zoom;

export function ZoomControl({
  zoom,
  onZoom,
}: {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}) {
  const { t } = useTranslation('proposals');
  const { number } = useFormats();
  const step = (direction: 'in' | 'out') => {
    const Icon = direction === 'in' ? IconPlus : IconMinus;
    const label = direction === 'in' ? t('zoomIn') : t('zoomOut');
    return (
      <Tooltip label={label}>
        <ActionIcon
          variant="default"
          aria-label={label}
          disabled={nextZoom(zoom, direction) === zoom}
          onClick={() => onZoom(nextZoom(zoom, direction))}
        >
          <Icon size={14} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <fieldset className={classes['zoom']} aria-label={t('zoom')}>
      {step('out')}
      <button type="button" className={classes['level']} title={t('zoomReset')} onClick={() => onZoom(1)}>
        {t('zoomLevel', { percent: number(String(Math.round(zoom * 100))) })}
      </button>
      {step('in')}
    </fieldset>
  );
}
