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

  it('keeps snapshots in the data folder, or in a bucket with the keys of the environment', () => {
    expect(parseOptions([])).toMatchObject({ value: { snapshots: null, collectSnapshots: null } });
    const keys = { FIELDQUOTE_S3_ACCESS_KEY_ID: 'id', FIELDQUOTE_S3_SECRET_ACCESS_KEY: 'secret' };
    expect(parseOptions(['--snapshots', 's3://prices/eu/vendor'], keys)).toMatchObject({
      value: {
        snapshots: {
          endpoint: 'https://s3.us-east-1.amazonaws.com',
          region: 'us-east-1',
          bucket: 'prices',
          prefix: 'eu/vendor/',
          accessKeyId: 'id',
          secretAccessKey: 'secret',
        },
      },
    });
    const own = { ...keys, FIELDQUOTE_S3_ENDPOINT: 'http://minio:9000', FIELDQUOTE_S3_REGION: 'here' };
    expect(parseOptions(['--snapshots', 's3://prices'], own)).toMatchObject({
      value: { snapshots: { endpoint: 'http://minio:9000', region: 'here', prefix: '' } },
    });
    expect(parseOptions(['--snapshots', 's3://prices'])).toMatchObject({
      error: expect.stringContaining('FIELDQUOTE_S3_ACCESS_KEY_ID') as string,
    });
    expect(
      parseOptions(['--snapshots', 's3://prices'], { ...keys, FIELDQUOTE_S3_ENDPOINT: 'minio' }),
    ).toMatchObject({
      error: expect.stringContaining('FIELDQUOTE_S3_ENDPOINT minio') as string,
    });
  });

  it('only removes old snapshots when that is all that is asked', () => {
    expect(parseOptions(['--collect-snapshots', '180'])).toMatchObject({
      value: { port: null, collectSnapshots: 180 },
    });
    expect(parseOptions(['--collect-snapshots', '180', '--port', '1'])).toMatchObject({ value: { port: 1 } });
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
    [['--snapshots', '/var/prices'], '--snapshots /var/prices: not of the form s3://bucket/prefix'],
    [['--collect-snapshots', 'all'], '--collect-snapshots all: not a number of days'],
    [['--colour'], "Unknown option '--colour'"],
    [['stray'], 'stray'],
  ])('explains %j', (args, message) => {
    expect(parseOptions(args)).toEqual({ ok: false, error: expect.stringContaining(message) });
  });
});
