import { describe, expect, it } from 'vitest';
import { addDays, dayInZone } from './clock';

describe('PR-30 the day in the partner’s zone', () => {
  it.each([
    ['2026-04-08T21:59:59.999Z', 'Europe/Warsaw', '2026-04-08'],
    ['2026-04-08T22:00:00.000Z', 'Europe/Warsaw', '2026-04-09'],
    ['2026-12-31T18:59:59.000Z', 'Asia/Almaty', '2026-12-31'],
    ['2026-12-31T19:00:00.000Z', 'Asia/Almaty', '2027-01-01'],
    ['2027-01-01T04:59:59.000Z', 'America/New_York', '2026-12-31'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayInZone(new Date(instant), zone)).toBe(day);
  });

  it('throws RangeError for a zone that there is not, each time it is asked', () => {
    for (const _ of [1, 2]) expect(() => dayInZone(new Date(0), 'Nowhere/Land')).toThrow(RangeError);
  });

  it('costs little when asked often: a formatter is made once for a zone', () => {
    const instants = Array.from({ length: 20_000 }, (_, hour) => new Date(hour * 3_600_000));
    const made: string[] = [];
    const { DateTimeFormat } = Intl;
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct(target, [locale, options]: ConstructorParameters<typeof DateTimeFormat>) {
        made.push(String(options?.timeZone));
        return new target(locale, options);
      },
    });
    try {
      for (const instant of instants) dayInZone(instant, 'Pacific/Auckland');
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
    expect(made).toEqual(['Pacific/Auckland']);
  });
});

it('addDays counts calendar days over months, leap days and a change of clocks', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
