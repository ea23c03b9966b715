import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Breach } from '#shared/domain/pricing/priced';
import { linesOf } from '#shared/domain/quote/quote';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import classes from './approvals.module.css';
import type { PricedFile } from './queries';

const shown = 20;

/** PR-24: floors that no approval lifts, each with the line to change. */
export function BlockedNotice({
  file,
  blocked,
}: {
  readonly file: PricedFile;
  readonly blocked: readonly Breach[];
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const { quote } = file;
  const lines = linesOf(quote);
  const wordsOf = ({ floor, value, limit }: Breach): string => {
    const figure = (text: string) =>
      floor === 'minimum-price' ? formats.unitPrice(text, quote.currency) : formats.percent(text);
    return value === null
      ? t('reasons.noFigure', { limit: figure(limit) })
      : t('reasons.figure', { value: figure(value), limit: figure(limit) });
  };
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('blocked.title')}
        what={t('blocked.what')}
        todo={
          <ul className={classes['blocked']}>
            {blocked.slice(0, shown).map((breach) => {
              const at = lines.findIndex(({ id }) => id === breach.lineId);
              const line = lines[at];
              return (
                <li key={`${breach.floor} ${breach.lineId ?? ''}`}>
                  {line ? (
                    <Link to={`/quotes/${quote.id}?item=${encodeURIComponent(line.id)}`}>
                      {t('reasons.line', { number: at + 1, sku: line.sku })}
                    </Link>
                  ) : (
                    t('reasons.wholeQuote')
                  )}
                  {` · ${t(`reasons.${breach.floor}`)} · ${wordsOf(breach)}`}
                </li>
              );
            })}
            {blocked.length > shown && <li>{t('reasons.moreLines', { count: blocked.length - shown })}</li>}
          </ul>
        }
      />
    </div>
  );
}
