import { beforeEach, expect, it } from 'vitest';
import { anObligation, anOpportunity } from './partner-day.test-kit';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

let records: RecordSet;
const run = <N extends MutationName>(name: N, args: ArgsOf<N>) => {
  const result = runMutation(name, args, records.only(findMutation(name)?.touches(args) ?? []), aRep);
  if (result.ok) records.write(result.value);
  return result;
};
const id = 'obligation-1';
const obligation = () => records.get('obligation', id);
const finish = (note: string) => run('completeObligation', { id, note, by: 'Ada' });
const said = (note: string) => ({ by: 'Ada', at: aRep.capturedAt, note });

beforeEach(() => {
  records = new RecordSet();
  records.write([
    { type: 'opportunity', id: 'opp-1', record: anOpportunity() },
    { type: 'obligation', id, record: anObligation() },
  ]);
});

it('OPP-7 what was written when a step was done stays when it is opened again, every time', () => {
  finish('By phone');
  run('reopenObligation', { id });
  expect(obligation()).toMatchObject({ done: null, earlier: [said('By phone')] });
  finish('In person');
  run('reopenObligation', { id });
  expect(obligation()).toMatchObject({ done: null, earlier: [said('By phone'), said('In person')] });
  finish('');
  expect(obligation()).toMatchObject({ done: said(''), earlier: [said('By phone'), said('In person')] });
});

it('where nothing was written nothing is kept', () => {
  finish('');
  run('reopenObligation', { id });
  expect(obligation()).not.toHaveProperty('earlier');
});

it('done again with the same words, as when opening it was a mistake, they stand there once', () => {
  finish('By phone');
  run('reopenObligation', { id });
  finish('By phone');
  expect(obligation()).toMatchObject({ done: said('By phone'), earlier: [] });
});

it('taken away and planned again, its notes come back with it', () => {
  finish('By phone');
  run('reopenObligation', { id });
  const { templateId, text, side, ownerId, dueOn, earlier } = obligation() ?? anObligation();
  run('removeObligation', { id });
  const again = { id: 'obligation-2', templateId, text, side, ownerId, dueOn, earlier };
  expect(run('planObligations', { opportunityId: 'opp-1', obligations: [again] })).toMatchObject({
    ok: true,
  });
  expect(records.get('obligation', 'obligation-2')).toMatchObject({ earlier: [said('By phone')] });
});
