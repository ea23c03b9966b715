import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PriceRequestDocument } from '#shared/protocol/price-request';
import { exampleNames, exampleResult, examplesFolder } from './price-examples';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/spec/price-api.md'), 'utf8');

/** The value at "lines[0].amounts.buyLine"; a path that leads nowhere gives undefined. */
const valueAt = (path: string, within: unknown): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      within,
    );

/** Rows of the page's tables: | `example` | `path` | `value` | */
const claims = [...page.matchAll(/^\| `([\w-]+)` \| `([^`]+)` \| `([^`]*)` \|/gm)].map(
  ([, name = '', path = '', value = '']) => ({ name, path, value }),
);

describe('docs/spec/price-api.md', () => {
  it.each(exampleNames())('example %s comes to the result beside it', (name) => {
    expect(exampleResult(name)).toBe(readFileSync(join(examplesFolder, `${name}.result.json`), 'utf8'));
  });
  it('shows every example, and what it says of each is so', () => {
    expect(new Set(claims.map(({ name }) => name))).toEqual(new Set(exampleNames()));
    const wrong = claims.filter(
      ({ name, path, value }) => String(valueAt(path, JSON.parse(exampleResult(name)))) !== value,
    );
    expect(wrong).toEqual([]);
  });
  it('has the first document word for word', () => {
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(JSON.parse(shown)).toEqual(
      JSON.parse(readFileSync(join(examplesFolder, 'example-1-running.json'), 'utf8')),
    );
  });
});

describe('npm run -s price', () => {
  const run = (args: readonly string[], input = '') => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/price.ts'), ...args],
      { input, encoding: 'utf8', maxBuffer: 100_000_000 },
    );
    return { status, answer: JSON.parse(stdout) as unknown };
  };
  const example = join(examplesFolder, 'example-1-running.json');

  it('prices a file, and standard input as "-", with exit code 0', () => {
    const expected = { status: 0, answer: JSON.parse(exampleResult('example-1-running')) as unknown };
    expect(run([example])).toEqual(expected);
    expect(run(['-'], readFileSync(example, 'utf8'))).toEqual(expected);
  });
  it.each([
    ['a file that is not there', ['no-such-file.json'], '', 'unreadable-file'],
    ['no file at all', [], '', 'unreadable-file'],
    ['a folder', [examplesFolder], '', 'unreadable-file'],
    ['no JSON', ['-'], '{', 'invalid-json'],
    ['another document', ['-'], '{}', 'invalid-document'],
  ])('says what is wrong with %s and exits with 2', (_name, args, input, type) => {
    const { status, answer } = run(args, input);
    expect(status).toBe(2);
    expect(answer).toEqual({ error: { type, path: expect.any(String), message: expect.any(String) } });
  });
  it('prices 5,000 lines with all their steps', () => {
    const document = JSON.parse(readFileSync(example, 'utf8')) as PriceRequestDocument;
    document.quote.lines = Array.from({ length: 5_000 }, (_, index) => ({
      sku: 'LIC-1',
      quantity: String(index + 1),
    }));
    const { status, answer } = run(['-'], JSON.stringify(document));
    expect(status).toBe(0);
    expect(valueAt('totals.buy', answer)).toBe('9001800000.00');
    expect(valueAt('lines[4999].amounts.buySteps[0].step', answer)).toBe('list');
  });
});
