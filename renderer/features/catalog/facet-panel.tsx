import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { productKinds } from '#shared/domain/catalog/product';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { CatalogAnswer, FacetCount } from '../../client/client';
import { useFormats } from '../../ui/formats';
import { hasFacets, readPrice, type CatalogFilters } from './catalog-filters';
import classes from './catalog.module.css';

interface FacetPanelProps {
  readonly book: PriceBookHeader;
  readonly filters: CatalogFilters;
  readonly facets: CatalogAnswer['facets'] | null;
  readonly onChange: (change: Partial<CatalogFilters>) => void;
}

/** What the results are made of, with counts; a click narrows, another click widens again. */
export function FacetPanel({ book, filters, facets, onChange }: FacetPanelProps) {
  const { t } = useTranslation('catalog');
  const kindOf = (value: string) => productKinds.find((kind) => kind === value);
  return (
    <aside className={classes['facets']} aria-label={t('facet.label')}>
      <Facet
        title={t('facet.kind')}
        counts={facets?.kinds ?? []}
        chosen={filters.kind}
        nameOf={(value) => {
          const kind = kindOf(value);
          return kind ? t(`kind.${kind}`) : value;
        }}
        onChoose={(value) => onChange({ kind: value === undefined ? undefined : kindOf(value) })}
      />
      <Facet
        title={t('facet.family')}
        counts={facets?.families ?? []}
        chosen={filters.family}
        nameOf={(value) => facets?.families.find((family) => family.value === value)?.label ?? value}
        onChoose={(family) => onChange({ family })}
      />
      <Facet
        title={t('facet.vendor')}
        counts={facets?.vendors ?? []}
        chosen={filters.vendor}
        onChoose={(vendor) => onChange({ vendor })}
      />
      <section className={classes['facet']}>
        <h2 className={classes['facetTitle']}>{t('facet.price', { currency: book.currency })}</h2>
        <div className={classes['prices']}>
          <PriceInput
            label={t('facet.priceFrom')}
            value={filters.priceFrom}
            onChange={(priceFrom) => onChange({ priceFrom })}
          />
          <PriceInput
            label={t('facet.priceTo')}
            value={filters.priceTo}
            onChange={(priceTo) => onChange({ priceTo })}
          />
        </div>
      </section>
      {hasFacets(filters) && (
        <Button
          variant="subtle"
          fullWidth
          onClick={() =>
            onChange({
              family: undefined,
              vendor: undefined,
              kind: undefined,
              priceFrom: undefined,
              priceTo: undefined,
            })
          }
        >
          {t('facet.clear')}
        </Button>
      )}
    </aside>
  );
}

interface FacetProps {
  readonly title: string;
  readonly counts: readonly FacetCount[];
  readonly chosen: string | undefined;
  readonly nameOf?: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}

const shownAtFirst = 8;

function Facet({ title, counts, chosen, nameOf = (value) => value, onChoose }: FacetProps) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const [all, setAll] = useState(false);
  // The chosen value stays visible, also where nothing matches it any more.
  const known = chosen === undefined || counts.some(({ value }) => value === chosen);
  const listed = known ? counts : [{ value: chosen, count: 0 }, ...counts];
  const shown = all ? listed : listed.filter(({ value }, index) => index < shownAtFirst || value === chosen);
  if (listed.length === 0) return null;
  return (
    <section className={classes['facet']}>
      <h2 className={classes['facetTitle']}>{title}</h2>
      {shown.map(({ value, count }) => (
        <button
          key={value}
          type="button"
          className={classes['facetValue']}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value === chosen ? undefined : value)}
        >
          <span className={classes['facetName']}>{nameOf(value)}</span>
          <span className={classes['facetCount']}>{formats.number(count)}</span>
        </button>
      ))}
      {listed.length > shownAtFirst && (
        <button type="button" className={classes['more']} onClick={() => setAll(!all)}>
          {all ? t('facet.fewer') : t('facet.more', { count: listed.length - shownAtFirst })}
        </button>
      )}
    </section>
  );
}

interface PriceInputProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function PriceInput({ label, value, onChange }: PriceInputProps) {
  const { t } = useTranslation('catalog');
  const [text, setText] = useState(value ?? '');
  // Cleared or restored from outside: the field follows.
  const [shownFor, setShownFor] = useState(value);
  if (shownFor !== value) {
    setShownFor(value);
    if (readPrice(text) !== (value ?? null)) setText(value ?? '');
  }
  const price = readPrice(text);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      value={text}
      error={price === undefined ? t('facet.notAPrice') : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const typed = readPrice(event.currentTarget.value);
        if (typed !== undefined) onChange(typed ?? undefined);
      }}
    />
  );
}
