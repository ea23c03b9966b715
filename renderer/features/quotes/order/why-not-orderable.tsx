import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/formats';
import type { Formats } from '../../../ui/format-values';
import classes from './order.module.css';
import type { NotOrderable } from './orderability';

/** Everything that stands in the way of an order, in one go. */
export function WhyNotOrderable({ problems }: { readonly problems: readonly NotOrderable[] }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  return (
    <div className={classes['why']} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        <p className={classes['whyTitle']}>{t('order.notYet')}</p>
        <ul>
          {problems.map((problem) => (
            <li key={problem.type}>{reason(problem, t, formats)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function reason(problem: NotOrderable, t: TFunction<'quotes'>, formats: Formats): string {
  switch (problem.type) {
    case 'expired':
      return t('order.problem.expired', { day: formats.day(problem.until) });
    case 'unpriced-lines':
      return t('order.problem.unpriced-lines', { skus: problem.skus.slice(0, 5).join(', ') });
    case 'unread-figures':
      return t('order.problem.unread-figures', { count: problem.count });
    default:
      return t(`order.problem.${problem.type}`);
  }
}
