// Measures catalog search (CAT-2) over synthetic rows and prints the figures: npx tsx --expose-gc test/bench/search-bench.ts [rows]
import { performance } from 'node:perf_hooks';
import { buildIndex } from '../../shared/domain/catalog/search/build-index';
import { search } from '../../shared/domain/catalog/search/search';
import type { SearchIndex } from '../../shared/domain/catalog/search/search-index';
import { randomFrom, type Random } from '../../server/seed/random';
import { syntheticRows } from './synthetic-rows';

const rowCount = Number(process.argv[2] ?? 100_000);
const documents = syntheticRows(rowCount, randomFrom('rows'));

const heapBefore = usedMegabytes();
const buildStarted = performance.now();
const index = buildIndex(documents);
const buildSeconds = (performance.now() - buildStarted) / 1_000;
const megabytes = usedMegabytes() - heapBefore;

console.log(`${rowCount} rows, ${index.tokens.ends.length} tokens, ${index.postings.length} postings`);
console.log(
  `built in ${buildSeconds.toFixed(2)} s; ${sizeOf(index).toFixed(1)} MB of data, heap grew by ${megabytes.toFixed(0)} MB`,
);

const haystacks = documents.map(({ sku, texts }) => [sku, ...texts].join(' ').toLowerCase());
const random = randomFrom('queries');
const kinds: Record<string, (random: Random) => string> = {
  'whole SKU': (random) => random.pick(documents).sku,
  'SKU prefix': (random) => random.pick(documents).sku.slice(0, random.integer(1, 9)),
  'one word': (random) => words(random, 0, 1).join(' '),
  'two words': (random) => words(random, 0, 2).join(' '),
  'word beginnings': (random) =>
    words(random, 0, 2)
      .map((word) => word.slice(0, random.integer(1, 5)))
      .join(' '),
  Cyrillic: (random) => words(random, 2, 2).join(' '),
  Chinese: (random) => chinese(random),
  typo: (random) => misspelled(random),
};

const everything: number[] = [];
const scans: number[] = [];
console.log(
  `${'query'.padEnd(17)}${'median ms'.padStart(11)}${'95 % ms'.padStart(11)}${'scan ms'.padStart(11)}${'times faster'.padStart(14)}`,
);
for (const [kind, make] of Object.entries(kinds)) {
  const queries = Array.from({ length: 400 }, () => make(random));
  for (const query of queries.slice(0, 50)) search(index, query, { limit: 50 });
  const indexed = queries.map((query) => timed(() => search(index, query, { limit: 50 })));
  const scanned = queries.slice(0, 40).map((query) => timed(() => scan(query)));
  everything.push(...indexed);
  scans.push(...scanned);
  print(kind, indexed, scanned);
}
print('all', everything, scans);

function print(kind: string, indexed: readonly number[], scanned: readonly number[]): void {
  const figures = [quantile(indexed, 0.5), quantile(indexed, 0.95), quantile(scanned, 0.5)];
  const ratio = quantile(scanned, 0.5) / quantile(indexed, 0.5);
  console.log(
    kind.padEnd(17) +
      figures.map((figure) => figure.toFixed(3).padStart(11)).join('') +
      ratio.toFixed(0).padStart(14),
  );
}

/** The plain way to do it: every word somewhere in the row. No ranking, no typos, no diacritics. */
function scan(query: string): number {
  const wanted = query.toLowerCase().split(' ');
  return haystacks.filter((text) => wanted.every((word) => text.includes(word))).length;
}

function words(random: Random, language: number, count: number): string[] {
  const all = (random.pick(documents).texts[language] ?? '').split(' ');
  return Array.from({ length: count }, () => random.pick(all));
}

function chinese(random: Random): string {
  const name = random.pick(documents).texts[3] ?? '';
  const at = random.integer(0, Math.max(0, name.length - 3));
  return name.slice(at, at + random.integer(1, 3)).trim();
}

function misspelled(random: Random): string {
  const [word = ''] = words(random, 0, 1);
  const at = random.integer(0, Math.max(0, word.length - 2));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function sizeOf({ rowOf, tokens, postingStart, postings, skus, skuOrdinals }: SearchIndex): number {
  const arrays = [rowOf, tokens.ends, postingStart, postings, skus.ends, skuOrdinals];
  const strings = (tokens.text.length + skus.text.length) * 2;
  return (arrays.reduce((sum, array) => sum + array.byteLength, 0) + strings) / 1_000_000;
}

function usedMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}
