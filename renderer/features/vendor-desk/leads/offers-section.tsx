import { useTranslation } from 'react-i18next';
import type { VendorLeadOffer } from '#shared/protocol/vendor-lead';
import { LeadBadge } from '../../../records/lead/lead-badge';
import { LeadDeadline } from '../../../records/lead/lead-deadline';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section, SectionEmpty } from '../../../ui/section';
import { useMinutes } from './use-minutes';

/** Everybody the lead went to, the newest first: by which rule or whom, and how fast the answer was. */
export function OffersSection({ offers }: { readonly offers: readonly VendorLeadOffer[] }) {
  const { t } = useTranslation(['vendor-leads', 'leads']);
  const formats = useFormats();
  const minutes = useMinutes();
  return (
    <Section title={t('offers')} count={offers.length}>
      {offers.length === 0 ? (
        <SectionEmpty>{t('noOffers')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('offers')}
          rows={offers}
          rowKey={({ id }) => id}
          columns={[
            { key: 'partner', title: t('partner'), render: ({ partnerName }) => partnerName },
            {
              key: 'by',
              title: t('offeredBy'),
              render: ({ by }) => (by.kind === 'rule' ? t('byRule', { rule: by.ruleName }) : by.name),
            },
            {
              key: 'offered',
              title: t('leads:offered'),
              width: '160px',
              render: ({ offeredAt }) => formats.instant(offeredAt),
            },
            {
              key: 'state',
              title: t('state'),
              width: '150px',
              render: ({ state, acceptBy }) => <LeadBadge lead={{ state, acceptBy, qualification: null }} />,
            },
            {
              key: 'answer',
              title: t('answerTime'),
              width: '120px',
              align: 'right',
              render: ({ state, acceptBy, answerMinutes }) =>
                state === 'offered' ? (
                  <LeadDeadline acceptBy={acceptBy} />
                ) : answerMinutes === null ? (
                  '\u2014'
                ) : (
                  minutes(answerMinutes)
                ),
            },
            {
              key: 'reason',
              title: t('said'),
              render: ({ reason, text, answeredBy }) =>
                [answeredBy, reason === null ? '' : t(`leads:reason.${reason}`), text]
                  .filter(Boolean)
                  .join(' \u00b7 '),
            },
          ]}
        />
      )}
    </Section>
  );
}
