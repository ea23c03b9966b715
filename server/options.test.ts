import { describe, expect, it } from 'vitest';
import { parseOptions } from './options';

describe('the command line', () => {
  it('serves on 4310 unless told otherwise', () => {
    expect(parseOptions([])).toMatchObject({
      ok: true,
      value: { port: 4310, host: '127.0.0.1', import: null },
    });
    expect(parseOptions(['--port', '0', '--demo'])).toMatchObject({ value: { port: 0, demo: true } });
  });

  it('only imports when a file but no port is named', () => {
    const args = ['--import', 'list.csv', '--book', 'Réal Prices, 2007!', '--currency', 'usd'];
    expect(parseOptions(args)).toMatchObject({
      value: {
        port: null,
        import: {
          bookName: 'Réal Prices, 2007!',
          bookId: 'real-prices-2007',
          catalogId: 'real-prices-2007',
          currency: 'USD',
          encoding: 'auto',
          partnerIds: null,
          taxCategory: 'standard',
        },
      },
    });
    expect(parseOptions([...args, '--port', '1'])).toMatchObject({ value: { port: 1 } });
  });

  it('maps columns by name, commas and equals signs aside', () => {
    const args = [
      '--import',
      'x',
      '--book',
      'x',
      '--currency',
      'USD',
      '--map',
      'sku = Art. no, price=Net=EUR',
    ];
    expect(parseOptions(args)).toMatchObject({
      value: { import: { columns: { sku: 'Art. no', price: 'Net=EUR' } } },
    });
  });

  it.each([
    [['--port', 'http'], '--port http: not a port number'],
    [['--port', '70000'], '--port 70000: not a port number'],
    [['--book', 'X'], '--book needs --import FILE'],
    [['--import', 'x'], '--import needs --book NAME'],
    [['--import', 'x', '--book', '价格'], '--import needs --currency CODE'],
    [['--import', 'x', '--book', '价格', '--currency', 'CNY'], 'Latin alphabet'],
    [['--import', 'x', '--book', 'X', '--currency', 'dollars'], '--import needs --currency CODE'],
    [['--import', 'x', '--book', 'X', '--currency', 'USD', '--map', 'cost=price'], '--map cost=price'],
    [['--import', 'x', '--book', 'X', '--currency', 'USD', '--encoding', 'utf-16'], '--encoding is'],
    [['--import', 'x', '--book', 'X', '--currency', 'USD', '--valid-from', 'soon'], '--valid-from soon'],
    [['--import', 'x', '--book', 'X', '--currency', 'USD', '--partners', 'a,,b'], '--partners a,,b'],
    [['--colour'], "Unknown option '--colour'"],
    [['stray'], 'stray'],
  ])('explains %j', (args, message) => {
    expect(parseOptions(args)).toEqual({ ok: false, error: expect.stringContaining(message) });
  });
});
