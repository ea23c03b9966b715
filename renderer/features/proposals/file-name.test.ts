import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposalFileName } from './file-name';

const quote = { number: 'Q-7K2M-0042', revision: 1 };

test('number, revision and customer name the file', () => {
  expect(proposalFileName(quote, 'Baltic Foods S.A.')).toBe('Q-7K2M-0042-r1-Baltic-Foods-S.A.pdf');
  expect(proposalFileName(quote, '北京 科技')).toBe('Q-7K2M-0042-r1-北京-科技.pdf');
  expect(proposalFileName(quote, undefined)).toBe('Q-7K2M-0042-r1.pdf');
});

test('a customer cannot choose the folder', () => {
  expect(proposalFileName(quote, '../../etc/passwd')).toBe('Q-7K2M-0042-r1-etc-passwd.pdf');
  expect(proposalFileName(quote, 'A/B: "C" <D> | E?')).toBe('Q-7K2M-0042-r1-A-B-C-D-E.pdf');
});

test('every name is one that file systems take', () => {
  const names = fc
    .sample(fc.string({ unit: 'grapheme', maxLength: 300 }), 500)
    .map((customer) => proposalFileName(quote, customer));
  for (const name of names) {
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|\.\./u);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(400);
  }
});
