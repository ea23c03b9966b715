import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newId } from '#shared/lib/ids';
import { useToday } from '../../../records/use-today';
import { FormDrawer } from '../../../ui/form-drawer';
import { useFormats } from '../../../ui/formats';
import { useRemembered } from '../../../ui/use-remembered';
import { useOpenQuote } from '../editing/open-quote';
import { useLifecycle } from '../editing/use-lifecycle';
import { usePolicy } from '../editing/policy';
import { orderOf, statesOnTheWay } from './orderability';
import classes from './order.module.css';
import { WhyNotOrderable } from './why-not-orderable';

interface OrderForm {
  readonly purchaseOrderNumber: string;
  readonly note: string;
  /** SY-3: made once with the form, so that the same order sent twice is the same order. */
  readonly businessId: string;
}

const newForm = (): OrderForm => ({ purchaseOrderNumber: '', note: '', businessId: crypto.randomUUID() });

/** Accepts the quote for the customer, if that was not done yet, and places its order exactly once. */
export function PlaceOrderDrawer({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const navigate = useNavigate();
  const today = useToday();
  const { quote, priced, editor, drafts, account } = useOpenQuote();
  const { approve } = useLifecycle();
  const { verdict } = usePolicy();
  const [initial] = useState(newForm);
  const [form, setForm] = useRemembered<OrderForm>(`order-form:${quote.id}:${quote.revision}`, initial);
  const unread = quote.items.filter((item) =>
    Object.values(drafts.byKey).some(({ itemId }) => itemId === item.id),
  ).length;
  const order = orderOf(quote, priced, today, unread, verdict);

  const place = async (): Promise<void> => {
    if (!order.ok) return;
    // An order never waits behind a change that could not be stored: the screen behind says what is wrong.
    if (!(await editor.storeFirst())) return onClose();
    // PR-61: what is ordered straight from a draft is approved as it stands, inside policy.
    if (quote.state === 'draft' && !(await approve())) return;
    for (const to of statesOnTheWay(quote.state)) {
      if (!editor.commit({ name: 'changeQuoteState', args: { id: quote.id, to } }).ok) return;
    }
    const id = newId();
    const { businessId, purchaseOrderNumber, note } = form;
    const placed = editor.commit({
      name: 'placeOrder',
      args: {
        id,
        businessId,
        quoteId: quote.id,
        quoteRevision: quote.revision,
        purchaseOrderNumber: purchaseOrderNumber.trim(),
        note,
        ...order.value,
      },
    });
    if (!placed.ok) return;
    // When it could not be stored, the screen behind says so and tries again.
    const stored = (await editor.settled()) === 'saved';
    onClose();
    if (stored) await navigate(`/orders/${id}`);
  };

  return (
    <FormDrawer
      opened={opened}
      title={t('order.title', { number: quote.number })}
      submitLabel={t('order.place')}
      onClose={onClose}
      onSubmit={place}
    >
      {!order.ok && <WhyNotOrderable problems={order.error} />}
      {priced && (
        <dl className={classes['summary']}>
          <dt>{t('field.customer')}</dt>
          <dd>{account?.name ?? '—'}</dd>
          <dt>{t('order.lines')}</dt>
          <dd>{order.ok ? t('lineCount', { count: order.value.lines.length }) : '—'}</dd>
          <dt>{t('totals.net')}</dt>
          <dd>{formats.amount(priced.totals.sell, quote.currency)}</dd>
          <dt>{t('totals.taxShort')}</dt>
          <dd>{formats.amount(priced.totals.tax, quote.currency)}</dd>
          <dt className={classes['grand']}>{t('totals.gross')}</dt>
          <dd className={classes['grand']}>{formats.amount(priced.totals.gross, quote.currency)}</dd>
        </dl>
      )}
      <TextInput
        label={t('order.purchaseOrderNumber')}
        description={t('order.purchaseOrderHelp')}
        maxLength={60}
        value={form.purchaseOrderNumber}
        data-autofocus
        onChange={(event) => setForm({ ...form, purchaseOrderNumber: event.currentTarget.value })}
      />
      <Textarea
        label={t('order.note')}
        description={t('order.noteHelp')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={10_000}
        value={form.note}
        onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
      />
      <p className={classes['quiet']}>{t('order.offline')}</p>
    </FormDrawer>
  );
}
