import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const spec = readFileSync(join(root, 'docs/spec/pricing.md'), 'utf8');

/** The product's pricing rules. Decisions of our own, from PR-101 on, are found in the spec. */
const required = [
  [1, 5],
  [10, 15],
  [20, 26],
  [30, 33],
  [40, 40],
  [50, 51],
  [60, 62],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, index) => `PR-${first + index}`),
);

const idsIn = (text: string): string[] => text.match(/\bPR-\d+\b/g) ?? [];
const ruleIds = [...new Set([...required, ...idsIn(spec)])];

/** The names of tests and their groups: first arguments of it, test and describe, and of what `each` gives. Skipped ones do not count. */
function namesIn(source: string): string[] {
  const calls =
    /(?:\b(?:it|test|describe)(?:\.(?:only|concurrent))?|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...source.matchAll(calls)].map(([, , name = '']) => name);
}

const testFiles = ['shared', 'server', 'renderer', 'electron', 'scripts', 'test'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(root, room, file)),
);
const tested = new Set(testFiles.flatMap((file) => namesIn(readFileSync(file, 'utf8')).flatMap(idsIn)));

describe('every pricing rule', () => {
  it.each(ruleIds)('%s is in a test’s name', (id) => {
    expect([...tested]).toContain(id);
  });
  it.each(required)('%s is in docs/spec/pricing.md', (id) => {
    expect(idsIn(spec)).toContain(id);
  });
});

it('names are found however a test is written, and of skipped ones none', () => {
  const samples = [
    "it('a PR-901', () => {})",
    'describe("b PR-902", () => {})',
    'test(\n  `c PR-903`)',
    "it.each([[1, f(2)], [3]])('d PR-904 %s')",
    "it.skip('e PR-905')",
    "expect('f PR-906')",
  ];
  expect(samples.flatMap((sample) => namesIn(sample).flatMap(idsIn))).toEqual(
    [901, 902, 903, 904].map((number) => `PR-${number}`),
  );
});
