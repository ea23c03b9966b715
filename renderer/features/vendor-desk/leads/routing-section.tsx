import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VendorLeadFile } from '#shared/protocol/vendor-lead';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { useConditionWords } from '../rules/use-condition-words';
import classes from './desk-leads.module.css';

/** How the rules decided last: which were looked at, why they did not match, and whom the matching one considered. */
export function RoutingSection({ routing }: { readonly routing: NonNullable<VendorLeadFile['routing']> }) {
  const { t } = useTranslation('vendor-leads');
  const formats = useFormats();
  const words = useConditionWords();
  const { at, version, trail, considered } = routing;
  return (
    <Section title={t('routing.title')}>
      <p className={classes['quiet']}>{t('routing.by', { version, when: formats.instant(at) })}</p>
      <ol className={classes['trail']} aria-label={t('routing.trail')}>
        {trail.map(({ ruleId, name, matched, unmet }) => (
          <li key={ruleId}>
            <span className={classes['ruleName']}>
              {matched ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
              {t(matched ? 'routing.matched' : 'routing.notMatched', { name })}
            </span>
            {unmet.map((each) => {
              const said = words.fact(each.condition, each.negated);
              return (
                <div key={said} className={classes['why']}>
                  {t('routing.unmet', {
                    condition: said,
                    value: words.value(each.condition.fact, each.value),
                  })}
                </div>
              );
            })}
          </li>
        ))}
      </ol>
      {considered.length > 0 && (
        <PlainTable
          label={t('routing.considered')}
          rows={considered}
          rowKey={({ partnerId }) => partnerId}
          columns={[
            { key: 'partner', title: t('partner'), render: ({ partnerName }) => partnerName },
            {
              key: 'verdict',
              title: t('routing.verdict'),
              render: ({ verdict }) => t(`routing.verdictOf.${verdict}`),
            },
            {
              key: 'open',
              title: t('routing.openLeads'),
              width: '120px',
              align: 'right',
              render: ({ openLeads }) => formats.number(openLeads),
            },
          ]}
        />
      )}
    </Section>
  );
}
