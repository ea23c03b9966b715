import { describe, expect, test } from 'vitest';
import { buildIndex } from './build-index';
import { search } from './search';
import type { SearchDocument } from './search-index';

const documents: SearchDocument[] = [
  {
    sku: 'HS-BKP-STD-1Y',
    texts: [
      'Backup Standard, 1 year',
      'Kopia zapasowa Łódź Standard',
      'Резервное копирование',
      '备份软件标准版',
    ],
    otherTexts: ['Backup', 'Halden Systems'],
  },
  {
    sku: 'HS-BKP-ENT-1Y',
    texts: [
      'Backup Enterprise with cloud archive, 1 year',
      'Kopia zapasowa',
      'Ёмкое хранилище',
      '备份软件企业版',
    ],
    otherTexts: ['Backup', 'Halden Systems'],
  },
  { sku: 'HS-WLS-AP6', texts: ['Wi-Fi 6 access point'], otherTexts: ['Wireless', 'works with backup power'] },
  { sku: 'BACKUP-1', texts: ['Tape drive'], otherTexts: ['Storage'] },
  { sku: 'HS-VIR-100', texts: ['Virtualization host licence'], otherTexts: [] },
  { sku: 'HS-SWT-2048', texts: ['Switch 2048'], otherTexts: [] },
];
const index = buildIndex(documents);
const find = (text: string) => search(index, text, { limit: 10 });
const skus = (text: string) => find(text).rows.map((row) => documents[row]?.sku);

describe('CAT-2 search by SKU', () => {
  test('finds a SKU whatever its case and with or without its dashes', () => {
    expect(skus('HS-BKP-ENT-1Y')[0]).toBe('HS-BKP-ENT-1Y');
    expect(skus('hsbkpent1y')[0]).toBe('HS-BKP-ENT-1Y');
    expect(skus('hs bkp ent 1y')[0]).toBe('HS-BKP-ENT-1Y');
  });
  test('finds all SKUs that begin with the text', () => {
    expect(skus('hs-bkp').toSorted()).toEqual(['HS-BKP-ENT-1Y', 'HS-BKP-STD-1Y']);
    expect(skus('hsbk').toSorted()).toEqual(['HS-BKP-ENT-1Y', 'HS-BKP-STD-1Y']);
  });
  test('combines the beginning of a SKU with words', () => {
    expect(skus('hs-bk cloud')).toEqual(['HS-BKP-ENT-1Y']);
    expect(skus('cloud hsbk')).toEqual(['HS-BKP-ENT-1Y']);
  });
  test('finds a product by parts from the middle of its SKU', () => {
    expect(skus('ent 1y')).toEqual(['HS-BKP-ENT-1Y']);
  });
});

describe('CAT-2 search by words', () => {
  test('takes words in any order, each as the beginning of a word', () => {
    expect(skus('arch back clo')).toEqual(['HS-BKP-ENT-1Y']);
  });
  test('wants every word', () => {
    expect(skus('backup zebra')).toEqual([]);
  });
  test('ignores diacritics on both sides', () => {
    expect(skus('lodz')).toEqual(['HS-BKP-STD-1Y']);
    expect(skus('ŁÓDŹ')).toEqual(['HS-BKP-STD-1Y']);
    expect(skus('bäckup clöud')).toEqual(['HS-BKP-ENT-1Y']);
  });
  test('reads Cyrillic, and takes е for ё', () => {
    expect(skus('КОПИРОВ резерв')).toEqual(['HS-BKP-STD-1Y']);
    expect(skus('емкое')).toEqual(['HS-BKP-ENT-1Y']);
  });
  test('reads Chinese: one character, a word, a phrase, apart or together', () => {
    expect(skus('备').toSorted()).toEqual(['HS-BKP-ENT-1Y', 'HS-BKP-STD-1Y']);
    expect(skus('版').toSorted()).toEqual(['HS-BKP-ENT-1Y', 'HS-BKP-STD-1Y']);
    expect(skus('企业版')).toEqual(['HS-BKP-ENT-1Y']);
    expect(skus('企业 备份')).toEqual(['HS-BKP-ENT-1Y']);
    expect(skus('份企')).toEqual([]);
  });
  test('finds a hyphenated word written together or apart', () => {
    for (const text of ['wifi', 'wi-fi', 'wi fi', 'WiFi 6']) expect(skus(text)).toEqual(['HS-WLS-AP6']);
  });
  test('an empty text finds everything, in the order given', () => {
    expect(find('  ')).toEqual({ rows: [0, 1, 2, 3, 4, 5], total: 6, corrected: false });
  });
  test('a text without letters or digits finds nothing', () => {
    expect(find('!?')).toEqual({ rows: [], total: 0, corrected: false });
  });
});

describe('CAT-2 small typos', () => {
  test('are forgiven only when nothing matches as typed, and said so', () => {
    expect(find('backup').corrected).toBe(false);
    expect(find('bakcup')).toMatchObject({ corrected: true, total: 4 });
  });
  test.each([
    'virtaulization',
    'virtualisation',
    'virtulization',
    'virtuallization',
    'virtuaalisation',
    'vitrualiz',
  ])('finds Virtualization as %s', (typed) => expect(skus(typed)).toEqual(['HS-VIR-100']));
  test('leave well-spelled words of the same query in force', () => {
    expect(skus('clodu backup')).toEqual(['HS-BKP-ENT-1Y']);
  });
  test('two edits are too many for seven letters', () => {
    expect(skus('swtihc')).toEqual([]);
  });
  test('never change digits or words of three letters', () => {
    expect(skus('2049')).toEqual([]);
    expect(skus('tpa')).toEqual([]);
  });
});

describe('CAT-2 ranking', () => {
  test('exact SKU, SKU prefix, whole words in names, beginnings in names, other fields; shorter names first', () => {
    const named = (sku: string, name: string, other = ''): SearchDocument => ({
      sku,
      texts: [name],
      otherTexts: [other],
    });
    const shelf = [
      named('X-1', 'Cable', 'for router 5'),
      named('X-2', 'Routerboard'),
      named('X-3', 'A big router'),
      named('X-4', 'A router'),
      named('ROUTER-9', 'Thing'),
      named('ROUTER', 'Other thing'),
      named('X-5', 'B router'),
    ];
    const { rows } = search(buildIndex(shelf), 'router', { limit: 10 });
    expect(rows.map((row) => shelf[row]?.sku)).toEqual([
      'ROUTER',
      'ROUTER-9',
      'X-4',
      'X-5',
      'X-3',
      'X-2',
      'X-1',
    ]);
  });
  test('the limit cuts the list and not the count', () => {
    expect(search(index, 'h', { limit: 2 })).toMatchObject({ rows: expect.any(Array), total: 5 });
    expect(search(index, 'h', { limit: 2 }).rows).toHaveLength(2);
  });
  test('a filter counts only its rows and causes no correction', () => {
    const only = (row: number) => row === 1;
    expect(search(index, 'backup', { limit: 9, filter: only })).toEqual({
      rows: [1],
      total: 1,
      corrected: false,
    });
    expect(search(index, 'tape', { limit: 9, filter: only })).toEqual({
      rows: [],
      total: 0,
      corrected: false,
    });
    expect(search(index, '', { limit: 9, filter: only })).toEqual({ rows: [1], total: 1, corrected: false });
  });
});

test('an index is plain data: a clone of it answers the same', () => {
  const clone = structuredClone(index);
  expect(search(clone, 'backup', { limit: 9 })).toEqual(find('backup'));
});

test('an empty catalog answers', () => {
  expect(search(buildIndex([]), 'x', { limit: 9 })).toEqual({ rows: [], total: 0, corrected: false });
});
