import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconFileDollar, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { quoteStates } from '#shared/domain/quote/quote';
import { useClient } from '../../../client/client-context';
import { useCustomerView } from '../../../client/customer-view';
import { useRecords, useRecordStates } from '../../../client/hooks';
import { useUnreadOf } from '../../../records/conversation/use-unread';
import { useNames } from '../../../records/use-names';
import { useNewPrices } from '../../../records/use-new-prices';
import { useToday } from '../../../records/use-today';
import { useCommands, type Command } from '../../../ui/commands';
import { DataTable, type Sort } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { HiddenFromCustomers } from '../../../ui/hidden-from-customers';
import { ListCount } from '../../../ui/list-count';
import { ListSearch } from '../../../ui/list-search';
import { NoMatch } from '../../../ui/no-match';
import { Page } from '../../../ui/page';
import { useRemembered } from '../../../ui/use-remembered';
import { quoteColumns } from './quote-columns';
import { filterQuotes, noQuoteFilter, type QuoteFilter } from './quote-filter';
import { KnownTotals } from './quote-total';
import { useCloneQuote } from './use-clone-quote';

/** All quotes of the partner, newest work first. */
export function QuoteList() {
  const { t } = useTranslation(['quotes', 'records']);
  const navigate = useNavigate();
  const formats = useFormats();
  const { session } = useClient();
  const customerView = useCustomerView();
  const quotes = useRecords('quote');
  const states = useRecordStates('quote');
  const unread = useUnreadOf('quote');
  const customerName = useNames('account');
  const ownerName = useNames('person');
  const today = useToday();
  const newPrices = useNewPrices(quotes);
  const cloneQuote = useCloneQuote();
  const [filter, setFilter] = useRemembered<QuoteFilter>('quotes:filter', noQuoteFilter);
  const [sort, setSort] = useRemembered<Sort | null>('quotes:sort', null);
  const [totals] = useState(() => new Map<string, string>());

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'new-quote',
          title: t('new'),
          group: t('command.quote'),
          shortcut: 'N',
          icon: IconPlus,
          run: () => void navigate('/quotes/new'),
        },
      ],
      [t, navigate],
    ),
  );
  const columns = useMemo(
    () =>
      quoteColumns({
        t,
        formats,
        today,
        customerName,
        ownerName,
        states,
        unread,
        newPrices,
        onClone: (quote) => void cloneQuote(quote),
      }),
    [t, formats, today, customerName, ownerName, states, unread, newPrices, cloneQuote],
  );
  const shown = useMemo(
    () => filterQuotes(quotes ?? [], filter, session.userId, today, customerName),
    [quotes, filter, session.userId, today, customerName],
  );
  const add = (
    <Button component={Link} to="/quotes/new" leftSection={<IconPlus size={15} aria-hidden />}>
      {t('new')}
    </Button>
  );
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  const filtered = filter.text !== '' || filter.state !== null || filter.whose !== 'all';
  return (
    <Page
      title={t('title')}
      actions={add}
      toolbar={
        <>
          <ListSearch
            value={filter.text}
            placeholder={t('search')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <Select
            w={170}
            aria-label={t('column.state')}
            placeholder={t('allStates')}
            value={filter.state}
            clearable
            data={quoteStates.map((value) => ({ value, label: t(`records:quoteState.${value}`) }))}
            onChange={(value) =>
              setFilter({ ...filter, state: quoteStates.find((state) => state === value) ?? null })
            }
          />
          <SegmentedControl
            size="xs"
            aria-label={t('column.owner')}
            value={filter.whose}
            data={(['all', 'mine'] as const).map((value) => ({ value, label: t(`whose.${value}`) }))}
            onChange={(value) => setFilter({ ...filter, whose: value === 'mine' ? 'mine' : 'all' })}
          />
          {quotes && <ListCount>{t('count', { count: shown.length })}</ListCount>}
        </>
      }
    >
      {quotes && (
        <KnownTotals value={totals}>
          <DataTable
            label={t('title')}
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/quotes/${id}`)}
            sort={sort}
            onSort={setSort}
            emptyState={
              filtered ? (
                <NoMatch onClear={() => setFilter(noQuoteFilter)} />
              ) : (
                <EmptyState
                  icon={IconFileDollar}
                  title={t('empty.title')}
                  text={t('empty.text')}
                  action={add}
                />
              )
            }
          />
        </KnownTotals>
      )}
    </Page>
  );
}
