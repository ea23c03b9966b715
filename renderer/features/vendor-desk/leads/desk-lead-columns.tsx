import { useTranslation } from 'react-i18next';
import type { VendorLead } from '#shared/protocol/vendor-lead';
import { LeadDeadline } from '../../../records/lead/lead-deadline';
import { Amount } from '../../../ui/amount';
import type { Column } from '../../../ui/data-table';
import { useFormats } from '../../../ui/formats';
import { sortableDecimal } from '../../../ui/sortable-decimal';
import { textColumn } from '../desk-columns';
import { DeskLeadState } from './desk-lead-state';
import { deskLeadStanding, lastOffer } from './desk-leads';
import { useMinutes } from './use-minutes';

/** The columns of the vendor's list: who asked, who has it, how fast the answer was. */
export function useDeskLeadColumns(): readonly Column<VendorLead>[] {
  const { t } = useTranslation('vendor-leads');
  const formats = useFormats();
  const minutes = useMinutes();
  return [
    textColumn('number', t('number'), '84px', ({ number }) => number),
    textColumn('company', t('company'), 'minmax(140px, 1.3fr)', ({ company }) => company.name),
    textColumn('need', t('need'), 'minmax(84px, 1.2fr)', ({ need }) => need),
    {
      key: 'state',
      title: t('state'),
      width: 132,
      render: (lead) => <DeskLeadState lead={lead} />,
      sortValue: deskLeadStanding,
    },
    {
      key: 'partner',
      title: t('with'),
      width: 'minmax(140px, 1.2fr)',
      render: (lead) => {
        const text =
          lead.waiting === null ? (lastOffer(lead)?.partnerName ?? '') : t(`waiting.${lead.waiting.reason}`);
        return <span title={text}>{text}</span>;
      },
      sortValue: (lead) => lastOffer(lead)?.partnerName ?? '',
    },
    {
      key: 'answer',
      title: t('answerTime'),
      width: 120,
      align: 'right',
      render: (lead) => {
        const offer = lastOffer(lead);
        if (!offer) return null;
        if (offer.state === 'offered') return <LeadDeadline acceptBy={offer.acceptBy} />;
        return offer.answerMinutes === null ? null : minutes(offer.answerMinutes);
      },
      sortValue: (lead) => lastOffer(lead)?.answerMinutes ?? null,
    },
    {
      key: 'offers',
      title: t('offersCount'),
      width: 70,
      align: 'right',
      render: ({ offers }) => (offers.length === 0 ? '' : formats.number(offers.length)),
      sortValue: ({ offers }) => offers.length,
    },
    {
      key: 'estimate',
      title: t('estimate'),
      width: 126,
      align: 'right',
      render: ({ estimate }) => estimate && <Amount value={estimate.amount} currency={estimate.currency} />,
      sortValue: ({ estimate }) => (estimate ? sortableDecimal(estimate.amount) : null),
    },
    {
      key: 'created',
      title: t('created'),
      width: 104,
      align: 'right',
      render: ({ createdAt }) => <span title={formats.instant(createdAt)}>{formats.ago(createdAt)}</span>,
      sortValue: ({ createdAt }) => Date.parse(createdAt),
    },
  ];
}
