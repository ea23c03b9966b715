import { expect, test } from 'vitest';
import {
  filtersFromParams,
  filtersToParams,
  noFilters,
  readPrice,
  type CatalogFilters,
} from './catalog-filters';

test('filters survive the way through an address that was copied', () => {
  const filters: CatalogFilters = {
    text: 'шлюз 网关',
    family: 'Secure access',
    vendor: 'Halden Systems',
    kind: 'subscription',
    priceFrom: '10',
    priceTo: '99.50',
    sort: 'price-down',
  };
  expect(filtersFromParams(new URLSearchParams(filtersToParams(filters).toString()))).toEqual(filters);
});

test('what an address says wrongly counts as not asked', () => {
  expect(filtersFromParams(new URLSearchParams('kind=car&priceFrom=-5&priceTo=abc&sort=best'))).toMatchObject(
    noFilters,
  );
});

test('prices are read as people type them', () => {
  expect(readPrice('1 200,50')).toBe('1200.50');
  expect(readPrice('0012')).toBe('12');
  expect(readPrice('')).toBeNull();
});

test('what is no price is told, not guessed', () => {
  for (const text of ['abc', '-5', '1,2,3', '1e9', '<b>5</b>']) expect(readPrice(text)).toBeUndefined();
});
