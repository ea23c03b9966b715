import { expect, it } from 'vitest';
import { readJudgement, type JudgementDraft } from './read-judgement';

const at = '2026-03-10T12:00:00.000Z';
const read = (changes: Partial<JudgementDraft>) =>
  readJudgement({ decision: 'verify', comment: ' Good ', score: '', ...changes }, at);

it('OPP-3 the vendor verifies with the partner’s score or its own', () => {
  expect(read({})).toEqual({
    ok: true,
    value: { decision: 'verify', comment: 'Good', score: null, readAt: at },
  });
  expect(read({ score: '0' })).toMatchObject({ ok: true, value: { score: 0 } });
});

it('what is sent back says what to change', () => {
  expect(read({ decision: 'send-back', comment: ' ' })).toEqual({ ok: false, error: 'comment' });
  expect(read({ decision: 'send-back' })).toMatchObject({ ok: true });
});

it.each(['101', '-1', '50.5', 'many'])('%s is no score', (score) => {
  expect(read({ score })).toEqual({ ok: false, error: 'score' });
});
