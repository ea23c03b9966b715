import type { RegistrationIndex } from '../../shared/domain/deal/registration-index';
import { hashLists } from '../../shared/domain/deal/registration-index/hash-lists';
import { lookUp } from '../../shared/domain/deal/registration-index/look-up';
import type { Customer } from '../../shared/domain/deal/same-customer/same-customer';

export interface LookUpFigures {
  readonly kilobytes: number;
  /** Each look-up, on the page's own thread. */
  readonly ms: readonly number[];
  /** The browser's own key derivation, for as many keys as a look-up asks about. */
  readonly floorMs: readonly number[];
}

/** Looks customers up in an index of `registrations`. Runs in the page. */
export async function measure(registrations: number): Promise<LookUpFigures> {
  const rounds = 2_000;
  const some = (count: number) =>
    Array.from({ length: count }, () => crypto.getRandomValues(new Uint8Array(8)));
  const index: RegistrationIndex = {
    id: 'index-1',
    partnerId: 'partner-1',
    builtAt: '2026-03-10T10:00:00.000Z',
    key: 'ab'.repeat(32),
    rounds,
    ...hashLists({
      name: some(registrations * 1.5),
      'tax-id': some(registrations * 0.8),
      domain: some(registrations * 0.5),
    }),
  };
  const asked = Array.from({ length: 60 }, (_, at): Customer => ({
    name: `Grusza Polna${at} Sp. z o.o.`,
    taxId: String(5_250_001_009 + at * 7_919),
    country: 'PL',
    city: 'Kielce',
    website: `https://www.grusza${at}.pl`,
  }));
  const ms: number[] = [];
  for (const customer of asked) {
    const started = performance.now();
    await lookUp(index, customer);
    ms.push(performance.now() - started);
  }
  const floorMs: number[] = [];
  for (let time = 0; time < 20; time += 1) {
    const started = performance.now();
    for (let key = 0; key < 4; key += 1) await derive(`${time} ${key}`, rounds);
    floorMs.push(performance.now() - started);
  }
  return { kilobytes: JSON.stringify(index).length / 1_000, ms: ms.slice(10), floorMs };
}

async function derive(text: string, iterations: number): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes, iterations }, key, 128);
}
