import { expect, test } from 'vitest';
import { readableFields, serverValue, withValueAt } from './readable-args';

const args = {
  id: 'q1',
  changes: { title: 'Server room', discountPercent: '5', accountId: 'a1', terms: '' },
};

test('SY-4 the original arguments are readable: texts and figures, without ids and empty fields', () => {
  expect(readableFields(args).map(({ name, value }) => [name, value])).toEqual([
    ['title', 'Server room'],
    ['discountPercent', '5'],
  ]);
});

test('SY-4 texts inside lists of lines are found and named by their field', () => {
  const lines = {
    id: 'q1',
    insertions: [{ before: null, item: { kind: 'line', id: 'l1', note: 'By courier' } }],
  };
  expect(readableFields(lines)).toEqual([
    { path: ['insertions', '0', 'item', 'note'], name: 'note', value: 'By courier' },
  ]);
});

test('SY-4 an edited text goes back to its place and nothing else changes', () => {
  const [title] = readableFields(args);
  expect(withValueAt(args, title?.path ?? [], 'Cold storage')).toEqual({
    ...args,
    changes: { ...args.changes, title: 'Cold storage' },
  });
});

test('a figure edited as text stays a figure', () => {
  expect(withValueAt({ lines: [{ count: 2 }] }, ['lines', '0', 'count'], '3')).toEqual({
    lines: [{ count: 3 }],
  });
});

test("SY-4 the server's value of a field stands beside the person's", () => {
  const [title] = readableFields(args);
  if (!title) throw new Error('the title is readable');
  expect(serverValue([{ id: 'q1', title: 'Warehouse' }], title)).toBe('Warehouse');
  expect(serverValue([null], title)).toBeNull();
});

test("a line's discount is not compared with the quote's", () => {
  const discount = {
    path: ['insertions', '0', 'item', 'discountPercent'],
    name: 'discountPercent',
    value: '5',
  };
  expect(serverValue([{ discountPercent: '2' }], discount)).toBeNull();
});
