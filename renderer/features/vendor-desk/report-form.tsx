import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderReportKinds, type OrderReport } from '#shared/domain/order/order';
import { parseDecimal } from '#shared/domain/money/parse-decimal';
import { DayInput } from '../../ui/day-input';
import { FieldGroup } from '../../ui/field-row';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { sendReport } from './order-status-api';
import type { VendorOrder } from './vendor-desk-api';
import classes from './report-form.module.css';

interface Form {
  readonly kind: OrderReport['kind'];
  readonly reference: string;
  readonly amount: string;
  /** "": now. */
  readonly day: string;
}

/** The step that usually comes next. */
const nextOf = (state: VendorOrder['order']['state']): OrderReport['kind'] =>
  state === 'shipped' ? 'invoiced' : state === 'invoiced' || state === 'paid' ? 'paid' : 'shipped';

/** ORD-1: tells the partner that the order was shipped, invoiced or paid. */
export function ReportForm({
  row: { order },
  onReported,
}: {
  readonly row: VendorOrder;
  readonly onReported: () => Promise<void>;
}) {
  const { t } = useTranslation('vendor-desk');
  const [form, setForm] = useState<Form>({ kind: nextOf(order.state), reference: '', amount: '', day: '' });
  const { busy, run } = useOneAtATime();
  const change = (changes: Partial<Form>) => setForm((before) => ({ ...before, ...changes }));
  const amount = form.amount.trim().replace(',', '.');
  const isAmount = amount === '' || parseDecimal(amount) !== undefined;
  const takesAmount = form.kind === 'invoiced' || form.kind === 'paid';

  const send = async (): Promise<void> => {
    const { kind, reference, day } = form;
    const answer = await sendReport((path, init) => fetch(path, init), order.id, {
      kind,
      reference: reference.trim(),
      note: '',
      amount: takesAmount && amount !== '' ? amount : null,
      ...(day === '' ? {} : { at: `${day}T12:00:00.000Z` }),
    });
    await onReported();
    const number = order.vendorOrderNumber ?? order.quoteNumber;
    if (answer.ok) {
      notifications.show({
        withBorder: true,
        message: t(answer.value.repeated ? 'report.repeated' : 'report.done', { number }),
      });
      setForm({ kind: nextOf(answer.value.order.state), reference: '', amount: '', day: '' });
      return;
    }
    notifications.show({
      color: 'red',
      withBorder: true,
      autoClose: false,
      title: answer.error.type === 'offline' ? t('offline.noAnswer') : t('problem.title'),
      message: answer.error.type === 'offline' ? t('report.offline') : t('report.refused'),
    });
  };

  return (
    <FieldGroup title={t('report.title')}>
      <form
        className={classes['form']}
        inert={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (isAmount) void run(send);
        }}
      >
        <Select
          label={t('report.step')}
          value={form.kind}
          allowDeselect={false}
          data={orderReportKinds.map((value) => ({ value, label: t(`report.kind.${value}`) }))}
          onChange={(kind) => change({ kind: kind ?? form.kind })}
        />
        <TextInput
          label={t('report.reference')}
          maxLength={120}
          value={form.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
        />
        <DayInput
          label={t('report.day')}
          placeholder={t('report.now')}
          value={form.day}
          clearable
          onChange={(day) => change({ day })}
        />
        {takesAmount && (
          <TextInput
            label={t('report.amount', { currency: order.currency })}
            inputMode="decimal"
            value={form.amount}
            error={isAmount ? undefined : t('report.notAnAmount')}
            onChange={(event) => change({ amount: event.currentTarget.value })}
          />
        )}
        <Button type="submit" variant="default" loading={busy} className={classes['send'] ?? ''}>
          {t('report.send')}
        </Button>
      </form>
    </FieldGroup>
  );
}
