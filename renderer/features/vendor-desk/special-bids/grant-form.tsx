import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayInZone } from '#shared/lib/clock';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { Amount } from '../../../ui/amount';
import { DayInput } from '../../../ui/day-input';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import { useToldDecision } from '../use-told-decision';
import { sendBidDecision, type DeskBid } from './desk-bids-api';
import {
  emptyRow,
  readGrant,
  rowsAsWanted,
  skusOf,
  type GrantDraft,
  type GrantProblem,
  type GrantRow,
} from './grant';
import classes from './grant-form.module.css';

interface GrantFormProps {
  readonly file: DeskBid;
  readonly refresh: () => Promise<void>;
}

const today = (): string => dayInZone(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Special prices per SKU, net or as a percentage, or a refusal with its reason. What is typed is kept until the server has it. */
export function GrantForm({ file, refresh }: GrantFormProps) {
  const { t, i18n } = useTranslation('vendor-desk');
  const tell = useToldDecision();
  const { specialBid } = file;
  const [draft, setDraft] = useRemembered<GrantDraft>(`draft:grant:${specialBid.id}`, {
    rows: {},
    validFrom: today(),
    validUntil: addDays(today(), 30),
    comment: '',
  });
  const [problem, setProblem] = useState<GrantProblem | 'reason' | null>(null);
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const { busy, run } = useOneAtATime();
  const change = (changes: Partial<GrantDraft>) => {
    setProblem(null);
    setUnreadable([]);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const what = specialBid.quoteNumber;
  const decide = async (decision: Parameters<typeof sendBidDecision>[2]): Promise<void> => {
    const sent = sendBidDecision((path, init) => fetch(path, init), specialBid.id, decision);
    await tell(what, sent, () => t(`bids.${decision.decision}`, { what }));
    await refresh();
  };
  const grant = async (): Promise<void> => {
    const read = readGrant(skusOf(specialBid), draft, i18n.language);
    if (read.ok) return decide(read.value);
    setProblem(read.problem);
    setUnreadable(read.skus);
  };
  const reject = async (): Promise<void> => {
    if (draft.comment.trim() === '') return setProblem('reason');
    return decide({ decision: 'rejected', comment: draft.comment.trim() });
  };
  return (
    <Section
      title={t('bids.grantTitle')}
      action={
        // Prices are granted in the book's currency; what was asked for in another one is not the same figure.
        (file.bookCurrency ?? specialBid.currency) === specialBid.currency && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => change({ rows: rowsAsWanted(specialBid, i18n.language) })}
          >
            {t('bids.takeWanted')}
          </Button>
        )
      }
    >
      <GrantRows file={file} draft={draft} unreadable={unreadable} onChange={(rows) => change({ rows })} />
      <div className={classes['days']}>
        <DayInput
          label={t('bids.validFrom')}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom: validFrom || today() })}
        />
        <DayInput
          label={t('bids.validUntil')}
          value={draft.validUntil}
          onChange={(validUntil) => change({ validUntil: validUntil || addDays(today(), 30) })}
        />
      </div>
      <Textarea
        className={classes['comment'] ?? ''}
        inert={busy}
        label={t('bids.comment')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2_000}
        value={draft.comment}
        error={problem === 'reason' && t('reasonRequired')}
        onChange={(event) => change({ comment: event.currentTarget.value })}
      />
      {problem !== null && problem !== 'reason' && (
        <p className={classes['problem']} role="alert">
          {t(`bids.problem.${problem}`)}
        </p>
      )}
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void run(grant)}>
          {t('bids.grant')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void run(reject)}>
          {t('bids.reject')}
        </Button>
      </div>
    </Section>
  );
}

interface GrantRowsProps {
  readonly file: DeskBid;
  readonly draft: GrantDraft;
  readonly unreadable: readonly string[];
  readonly onChange: (rows: GrantDraft['rows']) => void;
}

function GrantRows({ file, draft, unreadable, onChange }: GrantRowsProps) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const formats = useFormats();
  const { specialBid, priced, bookCurrency } = file;
  const rowOf = (sku: string): GrantRow => draft.rows[sku] ?? emptyRow;
  const put = (sku: string, changes: Partial<GrantRow>) =>
    onChange({ ...draft.rows, [sku]: { ...rowOf(sku), ...changes } });
  const rows = skusOf(specialBid).map((sku) => {
    const wanted = specialBid.wanted.filter((each) => each.sku === sku);
    const line = priced?.lines.find(({ lineId }) => lineId === wanted[0]?.lineId);
    return {
      sku,
      unitPrice: wanted[0]?.unitPrice ?? '0',
      quantity: sumDecimals(wanted.map(({ quantity }) => quantity)),
      amounts: line?.status === 'priced' ? line.amounts : undefined,
    };
  });
  return (
    <PlainTable
      label={t('approvals:tableOf', { title: t('bids.grantTitle') })}
      rows={rows}
      rowKey={({ sku }) => sku}
      columns={[
        {
          key: 'sku',
          title: t('bids.sku'),
          render: ({ sku, quantity }) => (
            <span className={classes['product']}>
              <span title={sku}>{sku}</span>
              <span className={classes['quantity']}>
                {t('bids.quantityOf', { quantity: formats.number(quantity) })}
              </span>
            </span>
          ),
        },
        {
          key: 'buy',
          title: t('bids.buyNow', { currency: specialBid.currency }),
          width: '104px',
          align: 'right',
          render: ({ amounts }) => (amounts ? <Amount value={amounts.buyUnit} unit muted /> : '\u2014'),
        },
        {
          key: 'wanted',
          title: t('bids.wanted', { currency: specialBid.currency }),
          width: '104px',
          align: 'right',
          render: ({ unitPrice }) => <Amount value={unitPrice} unit />,
        },
        {
          key: 'kind',
          title: t('bids.kind'),
          width: '118px',
          render: ({ sku }) => (
            <Select
              aria-label={t('bids.kindOf', { sku })}
              value={rowOf(sku).kind}
              data={[
                { value: 'net', label: t('bids.net', { currency: bookCurrency ?? specialBid.currency }) },
                { value: 'percent', label: t('bids.percent') },
              ]}
              onChange={(kind) => put(sku, { kind: kind === 'percent' ? 'percent' : 'net' })}
            />
          ),
        },
        {
          key: 'price',
          title: t('bids.price'),
          width: '104px',
          align: 'right',
          render: ({ sku }) => (
            <TextInput
              className={classes['figure'] ?? ''}
              aria-label={t('bids.priceOf', { sku })}
              value={rowOf(sku).price}
              error={unreadable.includes(sku)}
              onChange={(event) => put(sku, { price: event.currentTarget.value })}
            />
          ),
        },
        {
          key: 'most',
          title: t('bids.most'),
          width: '92px',
          align: 'right',
          render: ({ sku, quantity }) => (
            <TextInput
              className={classes['figure'] ?? ''}
              aria-label={t('bids.mostOf', { sku })}
              placeholder={formats.number(quantity)}
              value={rowOf(sku).maxQuantity}
              error={unreadable.includes(sku)}
              onChange={(event) => put(sku, { maxQuantity: event.currentTarget.value })}
            />
          ),
        },
      ]}
    />
  );
}
