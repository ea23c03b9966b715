import { expect, it } from 'vitest';
import { webAddress } from './web-address';

it.each([
  ['www.acme.example', 'https://www.acme.example'],
  ['https://acme.example/contact', 'https://acme.example/contact'],
  ['HTTP://acme.example', 'HTTP://acme.example'],
])('%s opens %s', (written, address) => {
  expect(webAddress(written)).toBe(address);
});

it.each(['', 'javascript:alert(1)', 'data:text/html,x', 'no site', 'mail@acme.example'])(
  '"%s" is no web site: nothing opens',
  (written) => {
    expect(webAddress(written)).toBeNull();
  },
);
