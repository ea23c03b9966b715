import { expect, it } from 'vitest';
import { registrationDecisionSchema } from '#shared/protocol/vendor-registration';
import { readDecision, type DecisionDraft } from './decision';

const draft: DecisionDraft = {
  decision: 'grant',
  percent: '7,5',
  validUntil: '2026-06-10',
  refusal: null,
  comment: ' Good work ',
};
const read = (changes: Partial<DecisionDraft>, locale = 'pl') =>
  readDecision({ ...draft, ...changes }, '2026-03-10', locale);

it('OPP-4 a grant is read as a person of that language writes it', () => {
  const granted = read({});
  expect(granted).toEqual({
    ok: true,
    value: { decision: 'grant', percent: '7.5', validUntil: '2026-06-10', comment: 'Good work' },
  });
  expect(read({ percent: '7.5' }, 'en')).toEqual(granted);
  const sent = { ...(granted.ok && granted.value), readAt: '2026-03-09T10:00:00.000Z' };
  expect(registrationDecisionSchema.safeParse(sent).success).toBe(true);
});

it('protection without a discount is a grant too', () => {
  expect(read({ percent: '0' })).toMatchObject({ ok: true, value: { percent: '0' } });
});

it('a refusal says why; another reason than those listed is in the comment', () => {
  const refuse = { decision: 'refuse', refusal: 'registered-before', comment: '' } as const;
  expect(read(refuse)).toEqual({ ok: true, value: refuse });
  expect(read({ ...refuse, refusal: 'other', comment: 'Budget' })).toMatchObject({ ok: true });
});

it.each([
  ['no percentage', { percent: '' }, 'percent'],
  ['more than everything', { percent: '101' }, 'percent'],
  ['a day that has come', { validUntil: '2026-03-10' }, 'day'],
  ['no day', { validUntil: '' }, 'day'],
  ['no reason', { decision: 'refuse' }, 'refusal'],
  ['another reason and no word about it', { decision: 'refuse', refusal: 'other', comment: ' ' }, 'comment'],
] as const)('%s is asked for', (_what, changes, problem) => {
  expect(read(changes)).toEqual({ ok: false, problem });
});
