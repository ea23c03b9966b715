import { ActionIcon, Select, Tooltip, type ComboboxItem } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, textIn, type Language } from '#shared/domain/catalog/localized';
import type { CatalogHit } from '../../../client/client';
import { useClient } from '../../../client/client-context';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import { hitOf, stateOf, type PasteRow, type RowDecision } from './paste-rows';
import classes from './paste.module.css';

interface ProductCellProps {
  readonly row: PasteRow;
  readonly onDecide: (decision: RowDecision | null) => void;
}

/** What the row is taken for. A sure one is only read; one to check has its choices, and any other product can be searched for. */
export function ProductCell({ row, onDecide }: ProductCellProps) {
  const { t } = useTranslation('paste');
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  const hit = hitOf(row);
  const state = stateOf(row);
  // A quantity that is unclear makes no doubt of the product.
  const sure = row.decision?.kind === 'product' || (row.decision === null && row.match.certain);
  if (sure && hit && !changing) {
    return (
      <span className={classes['product']}>
        <span className={classes['two']}>
          <span className={classes['sku']}>{hit.product.sku}</span>
          <span className={classes['small']}>{textIn(hit.product.name, language)}</span>
        </span>
        <Tooltip label={t('change')}>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('changeOf', { sku: hit.product.sku })}
            onClick={() => setChanging(true)}
          >
            <IconPencil size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </span>
    );
  }
  return (
    <span className={classes['product']}>
      <ProductSelect
        row={row}
        onDecide={(decision) => {
          setChanging(false);
          onDecide(decision);
        }}
      />
      {state === 'check' && hit && row.decision === null && (
        <Tooltip label={t('confirm')}>
          <ActionIcon
            variant="light"
            aria-label={t('confirmOf', { sku: hit.product.sku })}
            onClick={() => onDecide({ kind: 'product', hit })}
          >
            <IconCheck size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}

const asText = ' text';
const leaveOut = ' leave';

function ProductSelect({ row, onDecide }: ProductCellProps) {
  const { t } = useTranslation('paste');
  const formats = useFormats();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useState(false);
  const found = useSearch(typed ? search : '', language);
  const current = hitOf(row);
  const hits = typed && search.trim() !== '' ? found : row.match.choices;
  const bySku = new Map([...hits, ...(current ? [current] : [])].map((hit) => [hit.product.sku, hit]));
  const toItem = ({ product, list }: CatalogHit): ComboboxItem => ({
    value: product.sku,
    label: `${product.sku} · ${textIn(product.name, language)} · ${formats.unitPrice(list)}`,
  });
  const value =
    row.decision?.kind === 'text'
      ? asText
      : row.decision?.kind === 'leave'
        ? leaveOut
        : (current?.product.sku ?? null);
  const choose = (chosen: string | null) => {
    setTyped(false);
    if (chosen === asText) onDecide({ kind: 'text' });
    else if (chosen === leaveOut) onDecide({ kind: 'leave' });
    else {
      const hit = bySku.get(chosen ?? '');
      if (hit) onDecide({ kind: 'product', hit });
    }
  };
  return (
    <Select
      className={classes['select'] ?? ''}
      size="xs"
      searchable
      allowDeselect={false}
      aria-label={t('productOf', { row: row.source })}
      placeholder={t('search')}
      value={value}
      onChange={choose}
      onOptionSubmit={(chosen) => {
        // The one that was likeliest all along is a decision too.
        if (chosen === value) choose(chosen);
      }}
      searchValue={search}
      onSearchChange={setSearch}
      onInput={() => setTyped(true)}
      onBlur={() => setTyped(false)}
      filter={({ options }) => options}
      maxDropdownHeight={320}
      comboboxProps={{ width: 520, position: 'bottom-start' }}
      data={[
        { group: t('choices'), items: [...bySku.values()].map(toItem) },
        {
          group: t('otherwise'),
          items: [
            { value: asText, label: t('asText') },
            { value: leaveOut, label: t('leaveOut') },
          ],
        },
      ]}
    />
  );
}

function useLanguage(): Language {
  const { locale } = useOpenQuote();
  return languages.find((language) => language === locale) ?? 'en';
}

/** Products of the quote's book for what is typed; the answer to an older text is dropped. */
function useSearch(text: string, language: Language): readonly CatalogHit[] {
  const { catalog } = useClient();
  const { quote } = useOpenQuote();
  const { bookId, version } = quote.priceBook;
  const [hits, setHits] = useState<readonly CatalogHit[]>([]);
  useEffect(() => {
    if (text.trim() === '') return undefined;
    let current = true;
    const search = async (): Promise<void> => {
      const answer = await catalog.search({
        bookId,
        version,
        text,
        language,
        facets: {},
        sort: 'relevance',
        offset: 0,
        limit: 8,
      });
      if (current) setHits(answer.ok ? answer.value.hits : []);
    };
    void search();
    return () => {
      current = false;
    };
  }, [catalog, bookId, version, text, language]);
  return hits;
}
