import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DecisionTable } from '../../records/decisions/decision-table';
import { useDecisionRows } from '../../records/decisions/use-decision-rows';
import { useOpenDecisions } from '../../records/decisions/use-open-decisions';
import { Section } from '../../ui/section';
import classes from './today.module.css';

const shown = 6;

/** SY-4: what the vendor refused and what was changed in two places, before anything else. Nothing while nothing waits. */
export function DecisionsSection() {
  const { t } = useTranslation(['today', 'conflicts']);
  const rows = useDecisionRows(useOpenDecisions());
  if (rows.length === 0) return null;
  return (
    <Section
      title={t('decisions.title')}
      count={rows.length}
      action={
        <Link className={classes['all']} to="/attention">
          {t('all')}
        </Link>
      }
    >
      <DecisionTable label={t('decisions.title')} rows={rows.slice(0, shown)} />
    </Section>
  );
}
