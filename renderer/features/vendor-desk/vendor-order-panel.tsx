import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orderLooks } from '../../records/order-state-badge';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';
import { StateBadge } from '../../ui/state-badge';
import { DeskConversationSection } from './conversations/desk-conversation';
import { useOrderLines } from './queries';
import { ReportForm } from './report-form';
import { isWaiting, numberOf } from './vendor-desk';
import type { VendorOrder } from './vendor-desk-api';
import { VendorOrderLines } from './vendor-order-lines';
import classes from './vendor-order-panel.module.css';
import { VendorOrderTotals } from './vendor-order-totals';

interface VendorOrderPanelProps {
  /** As the list has it, so that the panel and its row never say different things. */
  readonly row: VendorOrder;
  readonly onItsWay: boolean;
  readonly listReadAt: string | null;
  /** Grows each time the person asks to be taken into the panel. */
  readonly focusAsked: number;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onClose: () => void;
  /** Something was reported: the list is read again. */
  readonly onReported: () => Promise<void>;
}

/** Everything an order says, beside the list, with the decision on it (ORD-1). Only the lines are read for it alone. */
export function VendorOrderPanel(props: VendorOrderPanelProps) {
  const { row, onItsWay, listReadAt, focusAsked, onAccept, onReject, onClose, onReported } = props;
  const { t } = useTranslation('vendor-desk');
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const file = useOrderLines(row.order.id, listReadAt);
  useEffect(() => {
    if (focusAsked > 0) heading.current?.focus();
  }, [focusAsked]);
  const { order } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the panel from any of its buttons
    <section
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={classes['head']}>
        <div className={classes['titleRow']}>
          <h2 id={headingId} ref={heading} tabIndex={-1} className={classes['title']}>
            {t('orderTitle', { number: numberOf(row) })}
          </h2>
          <ActionIcon variant="subtle" color="gray" aria-label={t('panel.close')} onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        <div className={classes['stateRow']}>
          <StateBadge {...orderLooks[order.state]} label={t(`stateName.${order.state}`)} />
          {onItsWay && <span>{t('sending')}</span>}
        </div>
        {isWaiting(row) && (
          <div className={classes['actions']}>
            <Button onClick={onAccept}>{t('accept')}</Button>
            <Button variant="default" onClick={onReject}>
              {t('reject')}
            </Button>
          </div>
        )}
      </div>
      <VendorOrderFacts row={row} />
      {(order.reports ?? []).length > 0 && <VendorOrderReports row={row} />}
      {order.state !== 'rejected' && <ReportForm key={order.state} row={row} onReported={onReported} />}
      <FieldGroup title={t('panel.linesIn', { currency: order.currency })}>
        <VendorOrderLines file={file} label={t('panel.linesIn', { currency: order.currency })} />
      </FieldGroup>
      <FieldGroup title={t('panel.totals')}>
        <VendorOrderTotals totals={order.totals} currency={order.currency} />
      </FieldGroup>
      <DeskConversationSection about={{ type: 'order', id: order.id }} />
    </section>
  );
}

function VendorOrderFacts({ row: { order, partnerName, accountName } }: { readonly row: VendorOrder }) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const said = order.decision;
  return (
    <FieldGroup title={t('panel.details')}>
      <ReadOnlyRow label={t('partner')}>{partnerName}</ReadOnlyRow>
      <ReadOnlyRow label={t('customer')}>{accountName || '\u2014'}</ReadOnlyRow>
      <ReadOnlyRow label={t('panel.customerOrder')}>
        {order.purchaseOrderNumber || t('panel.none')}
      </ReadOnlyRow>
      <ReadOnlyRow label={t('panel.note')}>
        <span className={classes['words']}>{order.note || t('panel.none')}</span>
      </ReadOnlyRow>
      <ReadOnlyRow label={t('placedAt')}>{formats.instant(order.placedAt)}</ReadOnlyRow>
      <ReadOnlyRow label={t('receivedAt')}>
        {order.receivedAt === null ? t('panel.notYet') : formats.instant(order.receivedAt)}
      </ReadOnlyRow>
      {said && (
        <>
          <ReadOnlyRow label={t('panel.decidedAt')}>{formats.instant(said.at)}</ReadOnlyRow>
          <ReadOnlyRow label={t('panel.decidedBy')}>{said.by}</ReadOnlyRow>
          {said.reason !== '' && (
            <ReadOnlyRow label={t('reason')}>
              <span className={classes['words']}>{said.reason}</span>
            </ReadOnlyRow>
          )}
        </>
      )}
    </FieldGroup>
  );
}

/** ORD-1: what was reported of the order, oldest first. */
function VendorOrderReports({ row: { order } }: { readonly row: VendorOrder }) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  return (
    <FieldGroup title={t('report.steps')}>
      {(order.reports ?? []).map(({ id, kind, at, reference, amount }) => (
        <ReadOnlyRow key={id} label={t(`report.kind.${kind}`)}>
          {[formats.instant(at), reference, amount === null ? '' : formats.amount(amount, order.currency)]
            .filter((text) => text !== '')
            .join(' · ')}
        </ReadOnlyRow>
      ))}
    </FieldGroup>
  );
}
