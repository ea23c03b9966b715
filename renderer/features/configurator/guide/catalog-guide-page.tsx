import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileDollar, IconFilePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { addDays } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../../client/client-context';
import { useCustomerView } from '../../../client/customer-view';
import { usePartner, useRecords } from '../../../client/hooks';
import { useChosenBook } from '../../../records/use-chosen-book';
import { useSave } from '../../../records/use-save';
import { useToday } from '../../../records/use-today';
import { Crumb } from '../../../ui/crumb';
import { Page } from '../../../ui/page';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { Guide } from './guide';
import { linesFor, type ChosenProduct } from './lines-for';

/** `/catalog/guide`: finds products by questions before there is a quote. */
export function CatalogGuidePage() {
  const { t } = useTranslation('configurator');
  const { t: tCatalog } = useTranslation('catalog');
  const { book } = useChosenBook();
  const today = useToday();
  const title = (
    <Crumb to="/catalog" list={tCatalog('title')}>
      {t('guide.title')}
    </Crumb>
  );
  if (!book) return <Page title={title}>{null}</Page>;
  return (
    <Guide
      key={book.bookId}
      title={title}
      book={book}
      pricingDate={today}
      renderActions={(chosen) => <AddMenu book={book} chosen={chosen} />}
    />
  );
}

const listed = 8;

function AddMenu({
  book,
  chosen,
}: {
  readonly book: PriceBookHeader;
  readonly chosen: readonly ChosenProduct[];
}) {
  const { t } = useTranslation('configurator');
  const client = useClient();
  const { session } = client;
  const customerView = useCustomerView(({ on }) => on);
  const partner = usePartner();
  const today = useToday();
  const save = useSave();
  const navigate = useNavigate();
  const { busy, run } = useOneAtATime();
  const drafts = (useRecords('quote') ?? [])
    .filter(({ state, priceBook }) => state === 'draft' && priceBook.bookId === book.bookId)
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, listed);

  const addTo = async (id: string, language: typeof session.language): Promise<void> => {
    const insertions = linesFor(chosen, language).map((item) => ({ before: null, item }));
    if (await save('addQuoteItems', { id, insertions })) await navigate(`/quotes/${id}`);
  };
  const addNew = async (): Promise<void> => {
    const number = await client.nextQuoteNumber();
    if (!number.ok) return;
    const id = newId();
    const created = await save('createQuote', {
      id,
      number: number.value,
      title: '',
      accountId: null,
      contactId: null,
      opportunityId: null,
      currency: book.currency,
      priceBook: { bookId: book.bookId, version: book.version },
      pricingDate: today,
      expiresOn: addDays(today, book.policy.quoteValidityDays),
      documentLanguage: session.language,
      discountPercent: '0',
      items: linesFor(chosen, session.language),
      introduction: '',
      terms: partner?.proposalTerms[session.language] ?? partner?.proposalTerms.en ?? '',
      internalNotes: '',
    });
    if (created) await navigate(`/quotes/${id}`);
  };

  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          disabled={chosen.length === 0}
          loading={busy}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('guide.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFilePlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => void run(addNew)}
        >
          {t('guide.addNew')}
        </Menu.Item>
        {drafts.length > 0 && <Menu.Label>{t('guide.drafts')}</Menu.Label>}
        {drafts.map(({ id, number, title, documentLanguage }) => (
          <Menu.Item
            key={id}
            leftSection={<IconFileDollar size={15} stroke={1.7} aria-hidden />}
            onClick={() => void run(() => addTo(id, documentLanguage))}
          >
            {customerView || title === '' ? number : `${number} · ${title}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
