import { useTranslation } from 'react-i18next';
import type { Obligation } from '#shared/domain/deal/obligation';
import { useFormats } from '../../ui/formats';
import classes from './obligations.module.css';

/** What was written about a step when it was done before and then opened again. */
export function EarlierNotes({ obligation }: { readonly obligation: Pick<Obligation, 'earlier'> }) {
  const { t } = useTranslation('obligations');
  const formats = useFormats();
  return obligation.earlier?.map(({ by, at, note }) => (
    <div key={at} className={classes['note']}>
      {note}
      <div className={classes['quiet']}>
        {t('earlier', { name: by || t('somebody'), when: formats.instant(at) })}
      </div>
    </div>
  ));
}
