import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { Amount } from '../../ui/amount';
import { Section, SectionEmpty } from '../../ui/section';
import { pipelines, type Pipeline } from './pipeline';
import classes from './today.module.css';

/** How much is in the making, stage by stage, for each currency. */
export function PipelineSection({ opportunities }: { readonly opportunities: readonly Opportunity[] }) {
  const { t } = useTranslation('today');
  const all = pipelines(opportunities);
  return (
    <Section
      title={t('pipeline.title')}
      action={
        <Link className={classes['all']} to="/opportunities">
          {t('all')}
        </Link>
      }
    >
      {all.length === 0 && <SectionEmpty>{t('pipeline.empty')}</SectionEmpty>}
      {all.map((pipeline) => (
        <PipelineTable key={pipeline.currency} pipeline={pipeline} />
      ))}
    </Section>
  );
}

function PipelineTable({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t } = useTranslation(['today', 'records']);
  // Only for the length of the bars: figures shown are the exact ones.
  const largest = Math.max(...pipeline.stages.map(({ amount }) => Number(amount)));
  return (
    <table className={classes['pipeline']}>
      <caption>{t('pipeline.currency', { currency: pipeline.currency })}</caption>
      <tbody>
        {pipeline.stages.map(({ stage, count, amount }) => (
          <tr key={stage}>
            <th scope="row">{t(`records:stage.${stage}`)}</th>
            <td className={classes['count']}>{count}</td>
            <td className={classes['barCell']} aria-hidden>
              <span
                className={classes['bar']}
                style={{ width: `${String(largest === 0 ? 0 : (100 * Number(amount)) / largest)}%` }}
              />
            </td>
            <td className={classes['figure']}>
              <Amount value={amount} decimals={0} muted={count === 0} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('pipeline.total')}
          </th>
          <td className={classes['figure']}>
            <Amount value={pipeline.amount} decimals={0} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
