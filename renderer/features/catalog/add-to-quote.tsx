import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconFileDollar, IconFilePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useRecords } from '../../client/hooks';

const listed = 12;

/** Adds one piece to a draft that is priced from the same book, the last edited first. */
export function AddToQuote({ book, product }: { readonly book: PriceBookHeader; readonly product: Product }) {
  const { t } = useTranslation('catalog');
  const client = useClient();
  const customerView = useCustomerView(({ on }) => on);
  const drafts = (useRecords('quote') ?? [])
    .filter(({ state, priceBook }) => state === 'draft' && priceBook.bookId === book.bookId)
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, listed);

  const add = async (quote: Quote) => {
    const item: QuoteLine = {
      kind: 'line',
      id: newId(),
      sku: product.sku,
      description: textIn(product.name, quote.documentLanguage),
      quantity: '1',
      sell: { kind: 'list' },
      discountPercent: '0',
      note: '',
      optional: false,
    };
    const result = await client.mutate('addQuoteItems', {
      id: quote.id,
      insertions: [{ before: null, item }],
    });
    notifications.show({
      color: result.ok ? 'accent' : 'red',
      message: result.ok ? (
        <Link to={`/quotes/${quote.id}`}>{t('add.done', { sku: product.sku, number: quote.number })}</Link>
      ) : (
        t('add.failed', { number: quote.number })
      ),
    });
  };

  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} aria-hidden />}>{t('add.button')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drafts.length > 0 && <Menu.Label>{t('add.drafts')}</Menu.Label>}
        {drafts.map((quote) => (
          <Menu.Item
            key={quote.id}
            leftSection={<IconFileDollar size={15} stroke={1.7} aria-hidden />}
            onClick={() => void add(quote)}
          >
            {customerView || quote.title === ''
              ? quote.number
              : t('add.draft', { number: quote.number, title: quote.title })}
          </Menu.Item>
        ))}
        {drafts.length === 0 && <Menu.Label>{t('add.none')}</Menu.Label>}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={`/quotes/new?add=${encodeURIComponent(product.sku)}`}
          leftSection={<IconFilePlus size={15} stroke={1.7} aria-hidden />}
        >
          {t('add.toQuotes')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
