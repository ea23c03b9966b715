import { describe, expect, it } from 'vitest';
import {
  emptyAccount,
  emptyContact,
  isBegun,
  readAccount,
  readAccountField,
  readContact,
  readContactField,
} from './account-form';

describe('OPP-1 new account', () => {
  it('needs a name and a country, nothing else', () => {
    const read = readAccount({ ...emptyAccount('PL'), name: '  Zakłady Północ  ' });
    expect(read).toMatchObject({ ok: true, value: { name: 'Zakłady Północ', country: 'PL', city: '' } });
  });

  it('says what is missing at its field and keeps the rest', () => {
    expect(readAccount({ ...emptyAccount(''), city: 'Łódź' })).toEqual({
      ok: false,
      error: { name: { type: 'required' }, country: { type: 'required' } },
    });
  });

  it('says by how much a text is too long instead of cutting it', () => {
    expect(readAccount({ ...emptyAccount('PL'), name: '长'.repeat(201) })).toEqual({
      ok: false,
      error: { name: { type: 'too-long', max: 200, length: 201 } },
    });
  });

  it('refuses a segment that does not exist', () => {
    expect(readAccount({ ...emptyAccount('PL'), name: 'A', segment: 'huge' })).toEqual({
      ok: false,
      error: { segment: { type: 'invalid' } },
    });
  });

  it('counts as begun once a person has typed something', () => {
    expect(isBegun(emptyAccount('PL'), emptyAccount('PL'))).toBe(false);
    expect(isBegun({ ...emptyAccount('PL'), notes: 'met at the fair' }, emptyAccount('PL'))).toBe(true);
  });
});

describe('OPP-1 account edited in place', () => {
  it('trims what was typed', () => {
    expect(readAccountField('city', ' Kraków ')).toEqual({ ok: true, value: 'Kraków' });
  });

  it('lets an optional field become empty but not the name', () => {
    expect(readAccountField('taxId', '')).toEqual({ ok: true, value: '' });
    expect(readAccountField('name', '')).toEqual({ ok: false, problem: { type: 'required' } });
  });
});

describe('OPP-1 contact', () => {
  it('needs a name only', () => {
    expect(readContact({ ...emptyContact, name: '李雷' })).toMatchObject({ ok: true });
    expect(readContact(emptyContact)).toEqual({ ok: false, error: { name: { type: 'required' } } });
  });

  it('refuses an address without an @, in the form and in place', () => {
    expect(readContact({ ...emptyContact, name: 'A', email: 'anna.example.com' })).toEqual({
      ok: false,
      error: { email: { type: 'invalid' } },
    });
    expect(readContactField('email', 'anna.example.com')).toEqual({
      ok: false,
      problem: { type: 'invalid' },
    });
    expect(readContactField('email', 'anna@example.com')).toMatchObject({ ok: true });
  });
});
