import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApprovalFigures } from '../../../records/approval/approval-figures';
import { SpecialBidBadge } from '../../../records/special-bid-badge';
import { Amount } from '../../../ui/amount';
import { Crumb } from '../../../ui/crumb';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { useFormats } from '../../../ui/formats';
import { Page } from '../../../ui/page';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { DeskNotice, DeskRecord } from '../desk-record';
import { LineExplanation } from '../line-explanation';
import type { Polled } from '../queries';
import { useDeskRecord } from '../use-desk-record';
import classes from '../vendor-desk.module.css';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestDeskBid, type DeskBid } from './desk-bids-api';
import { GrantForm } from './grant-form';

/** `/vendor-desk/special-bids/:bidId` */
export function DeskBidPage() {
  const { bidId = '' } = useParams();
  return (
    <VendorPeopleOnly>
      <OneBid key={bidId} bidId={bidId} />
    </VendorPeopleOnly>
  );
}

function OneBid({ bidId }: { readonly bidId: string }) {
  const { t } = useTranslation('vendor-desk');
  const polled = useDeskRecord(requestDeskBid, bidId);
  return (
    <DeskRecord title={t('tabs.specialBids')} polled={polled}>
      {(file) => <ReadBid file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadBidProps {
  readonly file: DeskBid;
  readonly polled: Polled<DeskBid>;
}

function ReadBid({ file, polled }: ReadBidProps) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const { specialBid, quote, priced } = file;
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/special-bids" list={t('tabs.specialBids')}>
          {specialBid.quoteNumber}
        </Crumb>
      }
      actions={<SpecialBidBadge state={specialBid.state} />}
      aside={<Aside file={file} />}
    >
      <DeskNotice polled={polled} />
      <Section title={t('bids.why')}>
        <p className={classes['words']}>{specialBid.justification}</p>
        {specialBid.competitor !== '' && (
          <p className={classes['words']}>{t('approvals:bid.against', { name: specialBid.competitor })}</p>
        )}
      </Section>
      {specialBid.state === 'requested' ? (
        <GrantForm file={file} refresh={polled.refresh} />
      ) : (
        <Decided file={file} />
      )}
      {quote && priced && (
        <LineExplanation quote={quote} priced={priced} first={specialBid.wanted[0]?.lineId} />
      )}
    </Page>
  );
}

/** What was said, and for which SKUs. */
function Decided({ file: { specialBid, bookCurrency } }: { readonly file: DeskBid }) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const formats = useFormats();
  const { decision, terms, validUntil } = specialBid;
  return (
    <Section title={t('bids.decided')}>
      {decision && (
        <p className={classes['words']}>
          {t('approvals:bid.decided', { name: decision.by, when: formats.instant(decision.at) })}
          {decision.comment !== '' && `: ${decision.comment}`}
        </p>
      )}
      {terms.length > 0 && (
        <PlainTable
          label={t('approvals:tableOf', { title: t('bids.decided') })}
          rows={terms}
          rowKey={({ sku }) => sku}
          columns={[
            { key: 'sku', title: t('approvals:bid.sku'), render: ({ sku }) => sku },
            {
              key: 'price',
              title: t('approvals:bid.granted'),
              width: '180px',
              align: 'right',
              render: ({ price }) =>
                price.kind === 'net' ? (
                  <Amount value={price.unitPrice} unit currency={bookCurrency ?? undefined} />
                ) : (
                  t('approvals:bid.percentOff', { percent: formats.percent(price.percent) })
                ),
            },
            {
              key: 'most',
              title: t('approvals:bid.most'),
              width: '120px',
              align: 'right',
              render: ({ maxQuantity }) => (maxQuantity === null ? '\u2014' : formats.number(maxQuantity)),
            },
          ]}
        />
      )}
      {validUntil !== null && (
        <p className={classes['words']}>{t('approvals:bid.until', { day: formats.day(validUntil) })}</p>
      )}
    </Section>
  );
}

function Aside({ file }: { readonly file: DeskBid }) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const formats = useFormats();
  const { specialBid, partnerName, accountName, ownerName, priced } = file;
  return (
    <>
      <FieldGroup title={t('approvals:details')}>
        <ReadOnlyRow label={t('partner')}>{partnerName}</ReadOnlyRow>
        <ReadOnlyRow label={t('customer')}>{accountName || '\u2014'}</ReadOnlyRow>
        <ReadOnlyRow label={t('approvals.owner')}>{ownerName}</ReadOnlyRow>
        <ReadOnlyRow label={t('approvals.asked')}>{formats.instant(specialBid.requestedAt)}</ReadOnlyRow>
        {specialBid.number !== null && (
          <ReadOnlyRow label={t('bids.number')}>{specialBid.number}</ReadOnlyRow>
        )}
      </FieldGroup>
      {priced && (
        <FieldGroup title={t('bids.figures')}>
          <ApprovalFigures figures={priced.totals} currency={priced.currency} />
        </FieldGroup>
      )}
    </>
  );
}
