import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/domain/approval/approval';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { ApprovalFigures } from '../../records/approval/approval-figures';
import { counterChanges, withCounter, type CounterChange } from '../../records/approval/counter';
import { useSave } from '../../records/use-save';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { useRemembered } from '../../ui/use-remembered';
import { Section } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useUndo } from '../../ui/use-undo';
import classes from './approvals.module.css';
import { figuresOf, takeCounterOver } from './commands';
import type { PricedFileState } from './queries';

/** What the approver would let through instead: old and new discount per line, what it comes to, and the choice. */
export function CounterOfferSection({
  quote,
  approval,
  file,
}: {
  readonly quote: Quote;
  readonly approval: Approval;
  readonly file: PricedFileState;
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const save = useSave();
  const undoable = useUndo();
  const [kept, setKept] = useRemembered(`counter-kept:${approval.id}`, false);
  const { busy, run } = useOneAtATime();
  const said = approval.decisions.at(-1);
  const counter = said?.counter;
  if (!said || !counter || kept) return null;
  const changes = counterChanges(quote, counter);
  const name = said.by;
  const after = file.status === 'ready' ? file.priceAs(withCounter(quote, counter)) : null;
  const takeOver = async (): Promise<void> => {
    const taking = takeCounterOver(save, quote, counter);
    const taken = taking.then((undo) => undo !== null);
    await undoable(taken, { text: t('offer.taken'), undo: async () => (await taking)?.() });
  };
  return (
    <Section title={t('offer.title', { name })}>
      {said.comment !== '' && <p className={classes['quoted']}>{said.comment}</p>}
      {changes.length === 0 ? (
        <p className={classes['text']}>{t('offer.inQuote')}</p>
      ) : (
        <>
          <PlainTable
            label={t('tableOf', { title: t('offer.title', { name }) })}
            rows={changes}
            rowKey={({ lineId }) => lineId ?? 'quote'}
            columns={[
              {
                key: 'line',
                title: t('lines.description'),
                render: (change) => lineName(quote, change) ?? t('offer.wholeQuote'),
              },
              {
                key: 'from',
                title: t('offer.yours'),
                width: '130px',
                align: 'right',
                render: ({ from }) => formats.percent(from),
              },
              {
                key: 'to',
                title: t('offer.theirs'),
                width: '130px',
                align: 'right',
                render: ({ to }) => <strong>{formats.percent(to)}</strong>,
              },
            ]}
          />
          {file.status === 'ready' && after && (
            <div className={classes['figures']}>
              <ApprovalFigures
                figures={figuresOf(file.priced)}
                after={figuresOf(after)}
                currency={quote.currency}
              />
            </div>
          )}
          <div className={classes['actions']}>
            <Button loading={busy} onClick={() => void run(takeOver)}>
              {t('offer.take')}
            </Button>
            <Button variant="default" onClick={() => setKept(true)}>
              {t('offer.keep')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}

function lineName(quote: Quote, { lineId }: CounterChange): string | undefined {
  const line = linesOf(quote).find(({ id }) => id === lineId);
  return line && `${line.sku} · ${line.description}`;
}
