import { describe, expect, it } from 'vitest';
import { anAccountFile } from './an-account-file.test-kit';
import { countriesOf, filterAccounts, noAccountFilter } from './account-filter';

const { account } = anAccountFile();
const all = [
  account,
  { ...account, id: 'a2', name: '上海工业', city: '上海', country: 'CN', segment: 'enterprise' as const },
];
const idsFor = (filter: Partial<typeof noAccountFilter>) =>
  filterAccounts(all, { ...noAccountFilter, ...filter }).map(({ id }) => id);

describe('OPP-1 account filters', () => {
  it('leave everything when empty', () => expect(idsFor({})).toEqual(['a1', 'a2']));
  it('find by name, city and tax number', () => {
    expect(idsFor({ text: 'lodz textiles' })).toEqual(['a1']);
    expect(idsFor({ text: '上海' })).toEqual(['a2']);
    expect(idsFor({ text: '1234567890' })).toEqual(['a1', 'a2']);
  });
  it('keep one country or segment', () => {
    expect(idsFor({ country: 'CN' })).toEqual(['a2']);
    expect(idsFor({ segment: 'mid-market' })).toEqual(['a1']);
  });
  it('offer the countries there are, and the chosen one even when its last customer is gone', () => {
    expect(countriesOf(all, null)).toEqual(['PL', 'CN']);
    expect(countriesOf(all, 'DE')).toEqual(['PL', 'CN', 'DE']);
  });
});
