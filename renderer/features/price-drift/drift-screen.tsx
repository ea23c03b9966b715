import { Button, Progress, SegmentedControl, Switch } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../client/client-context';
import { useSave } from '../../records/use-save';
import { useToday } from '../../records/use-today';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import { Page } from '../../ui/page';
import { useRemembered } from '../../ui/use-remembered';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useUndo } from '../../ui/use-undo';
import { ListCount } from '../../ui/list-count';
import {
  canKeep,
  canKeepRate,
  decisionsFor,
  pricingDateFor,
  rateOf,
  undoRepricing,
  type Choice,
  type Choices,
} from '../../records/price-drift/decisions';
import classes from './drift.module.css';
import { DriftTable, type Figures } from './drift-table';
import { DriftTotals } from './drift-totals';
import { useDrift } from '../../records/price-drift/use-drift';

interface DriftScreenProps {
  readonly quote: Quote;
  readonly target: PriceBookHeader;
  readonly title: ReactNode;
}

/** PR-32: what the newer prices would make of a draft, line by line, decided here and applied in one step. */
export function DriftScreen({ quote, target, title }: DriftScreenProps) {
  const { t } = useTranslation('price-drift');
  const formats = useFormats();
  const navigate = useNavigate();
  const { sync } = useClient();
  const save = useSave();
  const undoable = useUndo();
  const today = useToday();
  const [choices, setChoices] = useRemembered<Choices>(
    `price-drift:${quote.id}:${target.bookId}:${String(target.version)}`,
    {},
  );
  const [figures, setFigures] = useRemembered<Figures>('price-drift-figures', 'unit');
  const [changedOnly, setChangedOnly] = useRemembered('price-drift-changed', true);
  const [asOfToday, setAsOfToday] = useState(false);
  const [renewRate, setRenewRate] = useState(false);
  const { busy: applying, run } = useOneAtATime();

  const ownDate = pricingDateFor(quote, target, today);
  const pricingDate = asOfToday ? today : ownDate;
  const rateStays = canKeepRate(quote, target);
  const ownRate = rateOf(quote, target);
  const newRate = rateStays && !renewRate ? (quote.exchangeRate ?? ownRate) : ownRate;
  const plan = useMemo(
    () => ({ target, choices, pricingDate, exchangeRate: newRate }),
    // oxlint-disable-next-line react/exhaustive-deps -- a rate is the same while its figure and day are
    [target, choices, pricingDate, newRate?.rate, newRate?.date],
  );
  const drift = useDrift(quote, plan);
  const keepable = canKeep(quote, target);
  const informedOnly = target.policy.onNewVersion === 'keep' && target.bookId === quote.priceBook.bookId;

  if (drift.status !== 'ready') {
    if (drift.status === 'loading')
      return (
        <Page title={title}>
          <Comparing />
        </Page>
      );
    return (
      <Page title={title}>
        <ErrorNotice
          title={t('missing.title')}
          what={t('missing.what')}
          safe={t('missing.safe')}
          todo={t('missing.todo')}
          tone="calm"
          onRetry={() => void sync.syncNow()}
        />
      </Page>
    );
  }

  const { rows } = drift;
  const decisions = decisionsFor(rows, choices);
  const changed = rows.filter(
    ({ kind, line }) => kind === 'changed' || kind === 'no-longer-priced' || decisions.open.has(line.id),
  );
  const shown = changedOnly && changed.length > 0 ? changed : rows;
  const chooseAll = (choice: Choice) =>
    setChoices(Object.fromEntries([...decisions.open].map((id) => [id, choice])));
  const choose = (lineId: string, choice: Choice) =>
    setChoices((before) => ({ ...before, [lineId]: choice }));
  const taken = changed.filter(({ line }) => decisions.choiceOf(line) === 'take').length;

  const apply = async (): Promise<void> => {
    const before = undoRepricing(quote);
    const done = await undoable(save('repriceQuote', drift.change), {
      text: t('applied', { number: quote.number, version: formats.number(target.version) }),
      undo: () => save('repriceQuote', before),
    });
    if (!done) return;
    setChoices({});
    void navigate(`/quotes/${quote.id}`);
  };

  return (
    <Page
      title={title}
      actions={
        !informedOnly && (
          <Button loading={applying} onClick={() => void run(apply)}>
            {keepable && changed.length > 0
              ? t('apply', { taken: formats.number(taken), kept: formats.number(changed.length - taken) })
              : t('applyAll')}
          </Button>
        )
      }
      toolbar={
        <div className={classes['tools']}>
          <SegmentedControl
            size="xs"
            aria-label={t('figures')}
            value={figures}
            onChange={(value) => setFigures(value)}
            data={[
              { value: 'unit', label: t('perUnit') },
              { value: 'line', label: t('perLine') },
            ]}
          />
          <Switch
            size="xs"
            label={t('changedOnly')}
            checked={changedOnly}
            onChange={(event) => setChangedOnly(event.currentTarget.checked)}
          />
          {quote.pricingDate !== today && ownDate === quote.pricingDate && !informedOnly && (
            <Switch
              size="xs"
              label={t('asOfToday', { day: formats.day(quote.pricingDate) })}
              checked={asOfToday}
              onChange={(event) => setAsOfToday(event.currentTarget.checked)}
            />
          )}
          {rateStays && ownRate && ownRate.date !== quote.exchangeRate?.date && !informedOnly && (
            <Switch
              size="xs"
              label={t('renewRate', { day: formats.day(ownRate.date) })}
              checked={renewRate}
              onChange={(event) => setRenewRate(event.currentTarget.checked)}
            />
          )}
          {keepable && !informedOnly && changed.length > 0 && (
            <Button.Group>
              <Button size="compact-sm" variant="default" onClick={() => chooseAll('keep')}>
                {t('keepAll')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => chooseAll('take')}>
                {t('takeAll')}
              </Button>
            </Button.Group>
          )}
          <ListCount>
            {t('count', {
              count: rows.length,
              shown: formats.number(rows.length),
              changed: formats.number(changed.length),
            })}
          </ListCount>
        </div>
      }
    >
      <div className={classes['screen']} inert={applying}>
        <p className={classes['lead']}>
          {t(`lead.${target.bookId === quote.priceBook.bookId ? target.policy.onNewVersion : 'other'}`, {
            name: target.name,
            version: formats.number(target.version),
            current: formats.number(quote.priceBook.version),
            day: formats.day(target.publishedAt.slice(0, 10)),
          })}{' '}
          {pricingDate !== quote.pricingDate &&
            !asOfToday &&
            t('dateMoves', { day: formats.day(pricingDate) })}{' '}
          {newRate && newRate.rate !== quote.exchangeRate?.rate && (
            <>
              {t('rateMoves', {
                from: quote.exchangeRate ? formats.number(quote.exchangeRate.rate, 9) : '–',
                to: formats.number(newRate.rate, 9),
                day: formats.day(newRate.date),
              })}
            </>
          )}
        </p>
        <DriftTotals drift={drift} currency={quote.currency} decided={!informedOnly} />
        <div className={classes['table']}>
          <DriftTable
            rows={shown}
            figures={figures}
            decisions={decisions}
            product={drift.product}
            onChoose={keepable && !informedOnly ? choose : null}
          />
        </div>
      </div>
    </Page>
  );
}

/** A long quote on a slow device takes a while to be priced three times; a second is short enough to say nothing. */
function Comparing() {
  const { t } = useTranslation('price-drift');
  const [long, setLong] = useState(false);
  useTimeout(() => setLong(true), 1_000, { autoInvoke: true });
  if (!long) return <div aria-busy />;
  return (
    <div className={classes['comparing']} aria-busy>
      <p>{t('comparing')}</p>
      <Progress value={100} animated aria-label={t('comparing')} />
    </div>
  );
}
