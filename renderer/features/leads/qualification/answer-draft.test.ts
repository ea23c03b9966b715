import { expect, it } from 'vitest';
import type { Criterion } from '#shared/domain/lead/criteria';
import { isUnsaved, knownAnswers } from './answer-draft';

const yesNo = (id: string): Criterion => ({
  id,
  text: { en: id },
  help: null,
  required: true,
  options: [
    { id: 'yes', label: { en: 'Yes' }, points: 10 },
    { id: 'no', label: { en: 'No' }, points: 0 },
  ],
});

it('OPP-3 an answer whose question or option the vendor took away is asked for again', () => {
  const criteria = [yesNo('budget'), yesNo('need')];
  const answers = { budget: 'yes', need: 'perhaps', gone: 'yes' };
  expect(knownAnswers(criteria, answers)).toEqual({ budget: 'yes' });
});

it('the form is unsaved when an answer or a word differs from what was saved', () => {
  const saved = { answers: { budget: 'yes' }, note: 'Demo on Friday' };
  expect(isUnsaved(saved, saved)).toBe(false);
  expect(isUnsaved({ ...saved, note: ' Demo on Friday ' }, saved)).toBe(false);
  expect(isUnsaved({ ...saved, note: 'Demo' }, saved)).toBe(true);
  expect(isUnsaved({ ...saved, answers: { budget: 'no' } }, saved)).toBe(true);
  expect(isUnsaved({ ...saved, answers: {} }, saved)).toBe(true);
});
