import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PricedLine } from '#shared/domain/pricing/priced';
import { linesOf, type QuoteLine } from '#shared/domain/quote/quote';
import { ApprovalFigures } from '../../../records/approval/approval-figures';
import { useSave } from '../../../records/use-save';
import { Amount } from '../../../ui/amount';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import { Section } from '../../../ui/section';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import { figuresOf } from '../commands';
import type { PricedFile } from '../queries';
import { requestSpecialBid } from './commands';
import classes from './special-bid.module.css';
import { asIfGranted, readWanted } from './wanted';

interface Draft {
  readonly chosen: readonly string[];
  readonly prices: Readonly<Record<string, string>>;
  readonly competitor: string;
  readonly justification: string;
}
const emptyDraft: Draft = { chosen: [], prices: {}, competitor: '', justification: '' };
const shownAtFirst = 100;

/** Lines, the price wanted for each with the margin it would give, and why. What is typed is kept until it is sent. */
export function BidForm({ file }: { readonly file: PricedFile }) {
  const { t, i18n } = useTranslation('approvals');
  const { quote, priceAs } = file;
  const save = useSave();
  const [draft, setDraft] = useRemembered<Draft>(`draft:special-bid:${quote.id}`, emptyDraft);
  const [asked, setAsked] = useState(false);
  const { busy, run } = useOneAtATime();
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const { wanted, problems } = useMemo(
    () => readWanted(quote, new Set(draft.chosen), draft.prices, i18n.language),
    [quote, draft.chosen, draft.prices, i18n.language],
  );
  const trial = useMemo(() => {
    if (wanted.length === 0) return null;
    const rate = file.priced.source.conversion?.rate ?? null;
    const as = asIfGranted(quote, file.input.terms, wanted, rate);
    return priceAs(as.quote, as.terms);
  }, [quote, file, wanted, priceAs]);
  const problem =
    draft.chosen.length === 0
      ? 'noLine'
      : problems.size > 0
        ? 'noPrice'
        : draft.justification.trim() === ''
          ? 'noReason'
          : null;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (problem !== null) return;
    const id = await requestSpecialBid(save, quote, {
      wanted,
      competitor: draft.competitor.trim(),
      justification: draft.justification.trim(),
    });
    if (id === null) return;
    setDraft(emptyDraft);
    setAsked(false);
  };
  return (
    <Section title={t('bid.new')}>
      <p className={classes['words']}>{t('bid.explain')}</p>
      <div inert={busy}>
        <BidLines
          file={file}
          draft={draft}
          trialLines={trial?.lines ?? []}
          problems={asked ? problems : new Map()}
          onChange={change}
        />
      </div>
      {trial && (
        <div className={classes['figures']}>
          <ApprovalFigures
            figures={figuresOf(file.priced)}
            after={figuresOf(trial)}
            currency={quote.currency}
            heads={[t('bid.now'), t('bid.then')]}
          />
        </div>
      )}
      <div className={classes['fields']} inert={busy}>
        <TextInput
          label={t('bid.competitor')}
          description={t('bid.competitorHint')}
          maxLength={200}
          value={draft.competitor}
          onChange={(event) => change({ competitor: event.currentTarget.value })}
        />
        <Textarea
          label={t('bid.justification')}
          description={t('bid.justificationHint')}
          required
          autosize
          minRows={3}
          maxRows={12}
          maxLength={10_000}
          value={draft.justification}
          error={asked && problem === 'noReason' && t('bid.problem.noReason')}
          onChange={(event) => change({ justification: event.currentTarget.value })}
        />
      </div>
      {asked && problem !== null && problem !== 'noReason' && (
        <p className={classes['problem']} role="alert">
          {t(`bid.problem.${problem}`)}
        </p>
      )}
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void run(send)}>
          {t('bid.send')}
        </Button>
      </div>
    </Section>
  );
}

interface BidLinesProps {
  readonly file: PricedFile;
  readonly draft: Draft;
  readonly trialLines: readonly PricedLine[];
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (changes: Partial<Draft>) => void;
}

function BidLines({ file, draft, trialLines, problems, onChange }: BidLinesProps) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const [limit, setLimit] = useState(shownAtFirst);
  const { quote, priced } = file;
  const lines = linesOf(quote);
  const now = new Map(priced.lines.map((line) => [line.lineId, line]));
  const then = new Map(trialLines.map((line) => [line.lineId, line]));
  const amountsOf = (line: PricedLine | undefined) => (line?.status === 'priced' ? line.amounts : undefined);
  const margin = (line: PricedLine | undefined) => {
    const value = amountsOf(line)?.marginPercent;
    return value === undefined || value === null ? '\u2014' : formats.percent(value);
  };
  const choose = (id: string, on: boolean) =>
    onChange({ chosen: on ? [...draft.chosen, id] : draft.chosen.filter((each) => each !== id) });
  return (
    <>
      <PlainTable
        label={t('bid.lines')}
        rows={lines.slice(0, limit)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'chosen',
            title: t('bid.choose'),
            hideTitle: true,
            width: '36px',
            render: ({ id, sku }: QuoteLine) => (
              <Checkbox
                size="xs"
                aria-label={t('bid.chooseLine', { sku })}
                checked={draft.chosen.includes(id)}
                onChange={(event) => choose(id, event.currentTarget.checked)}
              />
            ),
          },
          {
            key: 'description',
            title: t('lines.description'),
            render: ({ description, sku }) => (
              <span className={classes['product']}>
                <span title={description}>{description}</span>
                <span className={classes['quiet']}>{sku}</span>
              </span>
            ),
          },
          {
            key: 'quantity',
            title: t('lines.quantity'),
            width: '72px',
            align: 'right',
            render: ({ quantity }) => formats.number(quantity),
          },
          {
            key: 'buy',
            title: t('bid.buyNow', { currency: quote.currency }),
            width: '130px',
            align: 'right',
            render: ({ id }) => <Amount value={amountsOf(now.get(id))?.buyUnit ?? '0'} unit muted />,
          },
          {
            key: 'marginNow',
            title: t('bid.marginNow'),
            width: '92px',
            align: 'right',
            render: ({ id }) => margin(now.get(id)),
          },
          {
            key: 'wanted',
            title: t('bid.wanted', { currency: quote.currency }),
            width: '150px',
            align: 'right',
            render: ({ id, sku }) => {
              const problem = problems.get(id);
              return (
                <TextInput
                  className={classes['price'] ?? ''}
                  aria-label={t('bid.wantedFor', { sku })}
                  value={draft.prices[id] ?? ''}
                  error={problem !== undefined && t('bid.problem.price')}
                  onChange={(event) =>
                    onChange({
                      prices: { ...draft.prices, [id]: event.currentTarget.value },
                      ...(draft.chosen.includes(id) ? {} : { chosen: [...draft.chosen, id] }),
                    })
                  }
                />
              );
            },
          },
          {
            key: 'marginThen',
            title: t('bid.marginThen'),
            width: '104px',
            align: 'right',
            render: ({ id }) => (draft.chosen.includes(id) ? margin(then.get(id)) : ''),
          },
        ]}
      />
      {lines.length > limit && (
        <Button variant="subtle" onClick={() => setLimit(limit + 400)}>
          {t('lines.more', { count: lines.length - limit })}
        </Button>
      )}
    </>
  );
}
