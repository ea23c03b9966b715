import { useTranslation } from 'react-i18next';
import { Amount } from '../../ui/amount';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import type { OrderLinesFile } from './queries';
import type { DeskProblem } from './desk-request';
import classes from './vendor-order-panel.module.css';

/** The lines in a narrow table: what it is over its three figures, so that no description is cut. */
export function VendorOrderLines({ file, label }: { readonly file: OrderLinesFile; readonly label: string }) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  if (file.problem) return <LinesProblem problem={file.problem} onRetry={file.retry} />;
  if (!file.lines) return <output className={classes['loading']}>{t('panel.linesLoading')}</output>;
  return (
    <table className={classes['lines']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('panel.quantity')}</th>
          <th scope="col">{t('panel.sellNet')}</th>
          <th scope="col">{t('panel.buyNet')}</th>
        </tr>
      </thead>
      {file.lines.map(({ lineId, sku, description, quantity, sellNet, buyNet }) => (
        <tbody key={lineId}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={classes['product']}>
              {description}
              <span className={classes['sku']}>{sku}</span>
            </th>
          </tr>
          <tr>
            <td>{formats.number(quantity)}</td>
            <td>
              <Amount value={sellNet} />
            </td>
            <td>
              <Amount value={buyNet} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function LinesProblem({ problem, onRetry }: { readonly problem: DeskProblem; readonly onRetry: () => void }) {
  const { t } = useTranslation('vendor-desk');
  const refused = problem.type === 'refused' ? problem.why : null;
  const what =
    problem.type === 'offline'
      ? t('panel.problem.offline')
      : refused === 'not-found'
        ? t('panel.problem.gone')
        : refused === 'not-signed-in'
          ? t('problem.not-signed-in')
          : refused === 'forbidden'
            ? t('forbidden.text')
            : t('panel.problem.other');
  return <ErrorNotice title={t('panel.problem.title')} what={what} onRetry={onRetry} />;
}
