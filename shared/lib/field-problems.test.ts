import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldProblems } from './field-problems';

const schema = z.object({ name: z.string().trim().min(1).max(5), country: z.string().regex(/^[A-Z]{2}$/) });

const problemsOf = (typed: { name: string; country: string }) =>
  fieldProblems(schema.safeParse(typed).error?.issues ?? [], typed);

describe('field problems', () => {
  it('finds none in a good form', () => {
    expect(problemsOf({ name: 'Ada', country: 'PL' })).toEqual({});
  });

  it('calls an empty or blank field required, even where the schema speaks of a pattern', () => {
    expect(problemsOf({ name: '  ', country: '' })).toEqual({
      name: { type: 'required' },
      country: { type: 'required' },
    });
  });

  it('says how long a text may be and how long it is', () => {
    expect(problemsOf({ name: 'Adelaide', country: 'PL' })).toEqual({
      name: { type: 'too-long', max: 5, length: 8 },
    });
  });

  it('calls anything else invalid', () => {
    expect(problemsOf({ name: 'Ada', country: 'Poland' })).toEqual({ country: { type: 'invalid' } });
  });
});
