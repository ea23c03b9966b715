import { addDays } from '#shared/lib/clock';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { DealContext } from './deal-context';
import { daysAgo, instantOn } from './moments';

/** SY-14: a rep and the manager heard different news of one deal and both wrote them down; what they gave different values waits for a choice. */
export function buildConflict(
  { partner, source, texts, reps, manager, today }: DealContext,
  seen: Opportunity,
): { readonly opportunity: Opportunity; readonly conflict: EditConflict } {
  const [rep] = reps;
  if (!rep) throw new Error(`${partner.id} has no reps`);
  const [kept, other] = [percentOf(seen.amount, 120n), percentOf(seen.amount, 70n)];
  const [keptDay, otherDay] = [addDays(seen.closeOn, 14), addDays(seen.closeOn, 31)];
  const [firstAt, secondAt] = [instantOn(daysAgo(today, 1), 95), instantOn(daysAgo(today, 1), 80)];
  const notes = [
    seen.notes,
    texts.conflictNotes.kept[source.language],
    texts.conflictNotes.other[source.language],
  ];
  return {
    opportunity: {
      ...seen,
      amount: kept,
      closeOn: keptDay,
      notes: notes.filter((line) => line !== '').join('\n'),
      updatedAt: firstAt,
      updatedBy: manager.id,
      writtenBy: { amount: rep.id, currency: rep.id, closeOn: rep.id, notes: manager.id },
    },
    conflict: {
      id: `${seen.id}-conflict`,
      partnerId: partner.id,
      recordType: 'opportunity',
      recordId: seen.id,
      keptBy: rep.id,
      otherBy: manager.id,
      // Captured before the other edit and sent after it: the manager had no network.
      otherAt: secondAt,
      both: [
        {
          fields: ['amount', 'currency'],
          base: [seen.amount, seen.currency],
          kept: [kept, seen.currency],
          other: [other, seen.currency],
        },
        { fields: ['closeOn'], base: [seen.closeOn], kept: [keptDay], other: [otherDay] },
      ],
      state: 'open',
      settled: null,
      createdAt: secondAt,
    },
  };
}

/** Of a whole amount, in round hundreds. */
const percentOf = (amount: string, percent: bigint): string =>
  String(((BigInt(amount) * percent) / 10_000n) * 100n);
