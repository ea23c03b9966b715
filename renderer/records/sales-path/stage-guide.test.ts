import { describe, expect, it } from 'vitest';
import { forecastOf } from './forecast';
import { isForward, unmetRequired, type StageGuide } from './stage-guide';

const guide: StageGuide = {
  stage: 'qualification',
  guidance: { en: 'Find out' },
  exit: [
    { id: 'budget', text: { en: 'Budget is known' }, required: true },
    { id: 'date', text: { en: 'Date is known' }, required: true },
    { id: 'map', text: { en: 'Who decides is known' }, required: false },
  ],
  send: [],
  probability: 20,
};
const met = { budget: { by: 'anna', at: '2026-11-20T09:00:00.000Z' } };

describe('OPP-1 the sales path', () => {
  it('asks for what is required and not ticked; a reminder is not asked for', () => {
    expect(unmetRequired(guide, { met }).map(({ id }) => id)).toEqual(['date']);
    expect(unmetRequired(guide, { met: null }).map(({ id }) => id)).toEqual(['budget', 'date']);
  });
  it('a stage the vendor says nothing of asks nothing', () => {
    expect(unmetRequired(undefined, { met: null })).toEqual([]);
  });
  it('asks only on the way forward', () => {
    expect(isForward('qualification', 'solution')).toBe(true);
    expect(isForward('negotiation', 'won')).toBe(true);
    expect(isForward('solution', 'qualification')).toBe(false);
    expect(isForward('qualification', 'lost')).toBe(false);
    expect(isForward('lost', 'prospecting')).toBe(false);
  });
  it('the forecast is the rep’s word, else what the stage says', () => {
    expect(forecastOf({ stage: 'negotiation' })).toBe('commit');
    expect(forecastOf({ stage: 'negotiation', forecast: null })).toBe('commit');
    expect(forecastOf({ stage: 'negotiation', forecast: 'omitted' })).toBe('omitted');
  });
});
