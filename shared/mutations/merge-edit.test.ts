import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Opportunity } from '../domain/deal/opportunity';
import { baseOf } from '../domain/deal/merge-fields';
import type { MutationContext } from './mutation';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const anna: MutationContext = { ...aRep, userId: 'anna', capturedAt: '2026-03-01T09:00:00.000Z' };
const maria: MutationContext = { ...aRep, userId: 'maria', capturedAt: '2026-03-01T10:00:00.000Z' };

const seen: Opportunity = {
  id: 'opp-1',
  partnerId: 'partner-1',
  ownerId: 'anna',
  accountId: 'account-1',
  name: 'Młyn',
  stage: 'proposal',
  amount: '1000',
  currency: 'PLN',
  closeOn: '2026-06-30',
  nextStep: '',
  notes: 'Ask for Ewa',
  createdAt: anna.capturedAt,
  updatedAt: anna.capturedAt,
};

describe('SY-14 two people edit one record', () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, who: MutationContext) => {
    const result = runMutation(name, args, records.only(findMutation(name)?.touches(args) ?? []), who);
    if (result.ok) records.write(result.value);
    return result;
  };
  /** An edit made on what was `seen`, whatever happened since. */
  const edit = (changes: Partial<Opportunity>, who: MutationContext, conflictId = `conflict-${who.userId}`) =>
    run(
      'editOpportunity',
      { id: 'opp-1', changes, base: baseOf('opportunity', seen, changes), conflictId },
      who,
    );
  const opportunity = () => records.get('opportunity', 'opp-1');
  const conflict = (id = 'conflict-maria') => records.get('editConflict', id);

  beforeEach(() => {
    records = new RecordSet();
    records.write([{ type: 'opportunity', id: 'opp-1', record: seen }]);
  });

  it('different fields merge, notes keep both, and it is known who wrote what', () => {
    edit({ stage: 'negotiation', notes: 'Ask for Ewa\nShe is back on Monday' }, anna);
    edit({ nextStep: 'Call', notes: 'Ask for Ewa\nDiscount promised' }, maria);
    expect(opportunity()).toMatchObject({
      stage: 'negotiation',
      nextStep: 'Call',
      notes: 'Ask for Ewa\nShe is back on Monday\nDiscount promised',
      updatedBy: 'maria',
      updatedAt: maria.capturedAt,
      writtenBy: { stage: 'anna', nextStep: 'maria', notes: 'maria' },
    });
    expect(conflict()).toBeUndefined();
  });

  it('OPP-1 a deal remembers who moved it along the sales path, by edits and by what was chosen between two', () => {
    edit({ stage: 'negotiation', nextStep: 'Call' }, anna);
    edit({ nextStep: 'Write' }, anna);
    edit({ stage: 'negotiation' }, maria);
    expect(opportunity()?.stageMoves).toEqual([{ to: 'negotiation', by: anna.userId, at: anna.capturedAt }]);
    edit({ stage: 'won' }, maria);
    expect(opportunity()?.stageMoves).toHaveLength(1);
    const about = { recordType: 'opportunity', recordId: 'opp-1' } as const;
    run('settleConflict', { id: 'conflict-maria', ...about, took: ['other'] }, anna);
    expect(opportunity()?.stageMoves?.map(({ to, by }) => [to, by])).toEqual([
      ['negotiation', 'anna'],
      ['won', 'anna'],
    ]);
  });

  it('one field given two values stays as it came first; the other value waits in a conflict record', () => {
    edit({ amount: '1200' }, anna);
    edit({ name: 'Młyn Łódź' }, maria, 'none');
    edit({ amount: '900', currency: 'EUR', closeOn: '2026-07-31' }, maria);
    expect(opportunity()).toMatchObject({ amount: '1200', currency: 'PLN', closeOn: '2026-07-31' });
    expect(conflict()).toEqual({
      id: 'conflict-maria',
      partnerId: 'partner-1',
      recordType: 'opportunity',
      recordId: 'opp-1',
      keptBy: 'anna',
      otherBy: 'maria',
      otherAt: maria.capturedAt,
      both: [
        {
          fields: ['amount', 'currency'],
          base: ['1000', 'PLN'],
          kept: ['1200', 'PLN'],
          other: ['900', 'EUR'],
        },
      ],
      state: 'open',
      settled: null,
      createdAt: maria.capturedAt,
    });
  });

  it('a second conflict about the same record has a record of its own', () => {
    edit({ stage: 'won' }, anna);
    edit({ stage: 'lost' }, maria, 'first');
    edit({ stage: 'negotiation' }, maria, 'second');
    expect([conflict('first'), conflict('second')]).toMatchObject([
      { both: [{ kept: ['won'], other: ['lost'] }] },
      { both: [{ kept: ['won'], other: ['negotiation'] }] },
    ]);
  });

  it('a conflict id that is taken is refused before anything is written', () => {
    edit({ stage: 'won' }, anna);
    edit({ stage: 'lost' }, maria);
    expect(edit({ stage: 'negotiation', name: 'N' }, maria)).toEqual({
      ok: false,
      error: { type: 'already-exists', recordType: 'editConflict', id: 'conflict-maria' },
    });
    expect(opportunity()?.name).toBe('Młyn');
  });

  it('SY-10 an edit of the first release says no base: the later value counts, as it did', () => {
    edit({ stage: 'won', amount: '1' }, anna);
    expect(run('editOpportunity', { id: 'opp-1', changes: { stage: 'lost' } }, maria)).toMatchObject({
      ok: true,
    });
    expect(opportunity()).toMatchObject({ stage: 'lost', amount: '1' });
  });

  it('with a base but no conflict id it merges what merges, and is refused where both changed one field', () => {
    edit({ stage: 'won', notes: 'Ask for Ewa\nA' }, anna);
    const without = (changes: Partial<Opportunity>) =>
      runMutation(
        'editOpportunity',
        { id: 'opp-1', changes, base: baseOf('opportunity', seen, changes) },
        records,
        maria,
      );
    records.write(unwrap(without({ notes: 'Ask for Ewa\nB' })));
    expect(opportunity()).toMatchObject({ stage: 'won', notes: 'Ask for Ewa\nA\nB' });
    expect(without({ stage: 'lost' })).toMatchObject({
      ok: false,
      error: { type: 'invalid-arguments', issues: [{ path: 'conflictId' }] },
    });
  });

  it('a base that names an amount and not its currency is refused: money is not guessed', () => {
    const half = { id: 'opp-1', changes: { amount: '1500' }, base: { amount: seen.amount }, conflictId: 'c' };
    expect(runMutation('editOpportunity', half, records, maria)).toMatchObject({
      ok: false,
      error: { type: 'invalid-arguments', issues: [{ path: 'base.currency' }] },
    });
  });

  it('nobody says in the arguments who wrote it', () => {
    const forged = { id: 'opp-1', changes: { name: 'N', updatedBy: 'boss', writtenBy: { name: 'boss' } } };
    records.write(unwrap(runMutation('editOpportunity', forged, records, maria)));
    expect(opportunity()).toMatchObject({ name: 'N', updatedBy: 'maria', writtenBy: { name: 'maria' } });
  });

  it('an edit that changes nothing writes nothing', () => {
    edit({ stage: 'won' }, anna);
    expect(edit({ stage: 'won' }, maria)).toEqual({ ok: true, value: [] });
  });

  it('the device, doing its waiting edits again on what the server has, comes to what the server comes to', () => {
    const changes = fc.record(
      {
        stage: fc.constantFrom('won', 'lost', 'proposal'),
        amount: fc.constantFrom('1000', '1200', '900'),
        currency: fc.constantFrom('PLN', 'EUR'),
        notes: fc.constantFrom('', 'Ask for Ewa', 'Ask for Ewa\nA', 'B\nAsk for Ewa'),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Partial<Opportunity>>;
    const edits = fc.array(changes, { maxLength: 4 });
    fc.assert(
      fc.property(edits, edits, (annas, marias) => {
        const doAll = (all: readonly Partial<Opportunity>[], who: MutationContext) =>
          all.forEach((each, at) => edit(each, who, `${who.userId}-${at}`));
        const state = () => [
          opportunity(),
          ...marias.map((_each, at) => conflict(`maria-${at}`)),
          ...annas.map((_each, at) => conflict(`anna-${at}`)),
        ];
        const start = () => {
          records = new RecordSet();
          records.write([{ type: 'opportunity', id: 'opp-1', record: seen }]);
        };
        start();
        doAll(marias, maria); // at once on Maria's device, before anything of Anna's came
        start();
        doAll(annas, anna); // pulled
        doAll(marias, maria); // again, on top
        const onDevice = state();
        start();
        doAll(annas, anna);
        doAll(marias, maria);
        expect(onDevice).toEqual(state());
        const written = marias.flatMap(({ notes }) => (notes ? notes.split('\n') : []));
        const stands = [opportunity()?.notes.split('\n') ?? []].flat();
        expect(written.every((line) => line === 'Ask for Ewa' || stands.includes(line))).toBe(true);
      }),
    );
  });

  describe('settling', () => {
    const settle = (took: ('kept' | 'other')[], who = anna, changes: object = {}) =>
      run(
        'settleConflict',
        { id: 'conflict-maria', recordType: 'opportunity', recordId: 'opp-1', took, ...changes },
        who,
      );
    beforeEach(() => {
      edit({ stage: 'won', amount: '1200' }, anna);
      edit({ stage: 'lost', amount: '900', currency: 'EUR' }, maria);
    });

    it('puts what was chosen into the record and says who chose', () => {
      expect(settle(['kept', 'other'])).toMatchObject({ ok: true });
      expect(opportunity()).toMatchObject({
        stage: 'won',
        amount: '900',
        currency: 'EUR',
        updatedBy: 'anna',
      });
      expect(conflict()).toMatchObject({
        state: 'settled',
        settled: { by: 'anna', at: anna.capturedAt, took: ['kept', 'other'] },
      });
    });

    it('with a later value in the record, "other" still puts its own there and "kept" leaves the later one', () => {
      run('editOpportunity', { id: 'opp-1', changes: { stage: 'negotiation', amount: '5' } }, anna);
      settle(['kept', 'other']);
      expect(opportunity()).toMatchObject({ stage: 'negotiation', amount: '900', currency: 'EUR' });
    });

    it('is done once', () => {
      settle(['kept', 'kept']);
      expect(settle(['other', 'other'], maria)).toEqual({
        ok: false,
        error: {
          type: 'wrong-state',
          recordType: 'editConflict',
          id: 'conflict-maria',
          state: 'settled',
          wanted: 'open',
        },
      });
      expect(opportunity()?.stage).toBe('won');
    });

    it.each([
      ['a choice too few', ['kept'], {}, { type: 'invalid-arguments' }],
      [
        'another record',
        ['kept', 'kept'],
        { recordId: 'opp-2' },
        { type: 'not-found', recordType: 'editConflict' },
      ],
      ['another type', ['kept', 'kept'], { recordType: 'quote' }, { type: 'invalid-arguments' }],
      [
        'no such conflict',
        ['kept', 'kept'],
        { id: 'nothing' },
        { type: 'not-found', recordType: 'editConflict' },
      ],
    ] as const)('refuses %s', (_what, took, changes, error) => {
      expect(settle([...took], anna, changes)).toMatchObject({ ok: false, error });
      expect(conflict()?.state).toBe('open');
    });
  });
});

const unwrap = (result: ReturnType<typeof runMutation>) => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
