import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../db/open-database';
import { nextQuoteNumber } from './quote-number';

describe('quote numbers', () => {
  it('are each given once, also when asked for at once and after a restart', async () => {
    const options = { indexedDB: new IDBFactory(), IDBKeyRange };
    const db = await openDatabase('rep-1', { random: () => 0, options });
    const numbers = await Promise.all([nextQuoteNumber(db), nextQuoteNumber(db), nextQuoteNumber(db)]);
    expect(numbers.map((result) => result.ok && result.value)).toEqual([
      'Q-2222-0001',
      'Q-2222-0002',
      'Q-2222-0003',
    ]);
    db.close();

    const again = await openDatabase('rep-1', { random: () => 0.9, options });
    expect(await nextQuoteNumber(again)).toEqual({ ok: true, value: 'Q-2222-0004' });
    again.close();
    expect(await nextQuoteNumber(again)).toMatchObject({ ok: false, error: { type: 'storage-failed' } });
  });
});
