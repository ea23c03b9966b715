import { expect, it } from 'vitest';
import { readRefusal } from './read-refusal';

it('OPP-2 a lead is declined with a reason; the words are trimmed and may be left out', () => {
  expect(readRefusal('no-capacity', ' until May ')).toEqual({
    ok: true,
    value: { reason: 'no-capacity', text: 'until May' },
  });
  expect(readRefusal('no-need', '')).toMatchObject({ ok: true });
});

it('no reason, or another reason without a word, is asked for', () => {
  expect(readRefusal(null, 'words')).toEqual({ ok: false, error: 'reason' });
  expect(readRefusal('other', '  ')).toEqual({ ok: false, error: 'text' });
});
