import { fieldValue, mergeFields, missingInBase, type FieldValues } from '../domain/deal/merge-fields';
import { maxStageMoves, stages, type Opportunity } from '../domain/deal/opportunity';
import type { BothChanged, EditConflict, MergedType } from '../domain/deal/edit-conflict';
import type { RecordKey, RecordOf } from '../domain/records';
import { ok, type Result } from '../lib/result';
import type { MutationContext, RecordReader, RecordWrite } from './mutation';
import { refuse, type Rejection } from './rejection';

/** The arguments of an edit whose fields merge with other people's (SY-14). */
export interface MergingEdit {
  readonly id: string;
  readonly changes: object;
  /** The values of the changed fields as the person saw them, see `baseOf`; absent: captured by the first release. */
  readonly base?: object | undefined;
  /** The id of the conflict record, if there is one to write; refused without it then. Where there is no base the new value counts. */
  readonly conflictId?: string | undefined;
}

export const touchedByEdit = (type: MergedType, { id, conflictId }: MergingEdit): RecordKey[] => [
  { type, id },
  ...(conflictId === undefined ? [] : [{ type: 'editConflict', id: conflictId } as const]),
];

/** SY-14: merges the edit into the record, and keeps in a conflict record what did not merge. */
export function mergeEdit(
  type: MergedType,
  records: RecordReader,
  { id, changes, base, conflictId }: MergingEdit,
  context: MutationContext,
): Result<readonly RecordWrite[], Rejection> {
  const record = records.get(type, id);
  if (!record) return refuse({ type: 'not-found', recordType: type, id });
  const missing = missingInBase(type, changes as FieldValues, (base ?? {}) as FieldValues);
  if (missing !== undefined) {
    const issue = { path: `base.${missing}`, message: 'is missing: it belongs to a field that base names' };
    return refuse({ type: 'invalid-arguments', issues: [issue] });
  }
  const merged = mergeFields(type, record as FieldValues, changes as FieldValues, base as FieldValues);
  if (merged.both.length === 0) return ok(writtenFields(type, record, merged.taken, context));
  if (conflictId === undefined) {
    const issue = { path: 'conflictId', message: 'is needed: somebody else changed the same' };
    return refuse({ type: 'invalid-arguments', issues: [issue] });
  }
  if (records.get('editConflict', conflictId)) {
    return refuse({ type: 'already-exists', recordType: 'editConflict', id: conflictId });
  }
  const { userId, partnerId, capturedAt } = context;
  const conflict: EditConflict = {
    id: conflictId,
    partnerId,
    recordType: type,
    recordId: id,
    keptBy: writerOf(record, merged.both),
    otherBy: userId,
    otherAt: capturedAt,
    both: [...merged.both],
    state: 'open',
    settled: null,
    createdAt: capturedAt,
  };
  return ok([
    ...writtenFields(type, record, merged.taken, context),
    { type: 'editConflict', id: conflictId, record: conflict },
  ]);
}

/** The record with those fields, marked as this person's; nothing when there are none. */
export function writtenFields(
  type: MergedType,
  record: RecordOf<MergedType>,
  fields: Readonly<Record<string, string>>,
  context: MutationContext,
): RecordWrite[] {
  const { userId, capturedAt } = context;
  const names = Object.keys(fields);
  if (names.length === 0) return [];
  const writtenBy = { ...record.writtenBy, ...Object.fromEntries(names.map((name) => [name, userId])) };
  const values = Object.fromEntries(names.map((name) => [name, fieldValue(type, name, fields[name] ?? '')]));
  const written = {
    ...record,
    ...values,
    ...stageMove(record, values, context),
    updatedAt: capturedAt,
    updatedBy: userId,
    writtenBy,
  };
  // The fields are the record's own: the edit's schema, or the conflict it made, named them.
  return [{ type, id: record.id, record: written } as RecordWrite];
}

/** OPP-1: a deal remembers who moved it along the sales path. */
function stageMove(
  record: RecordOf<MergedType>,
  { stage }: FieldValues,
  { userId, capturedAt }: MutationContext,
): Pick<Opportunity, 'stageMoves'> {
  const to = stages.find((each) => each === stage);
  if (to === undefined || !('stage' in record) || record.stage === to) return {};
  const moves = [...(record.stageMoves ?? []), { to, by: userId, at: capturedAt }];
  return { stageMoves: moves.slice(-maxStageMoves) };
}

/** Whose values stay: who wrote the first of the fields that is not as it was; else who wrote the record last, if that is known. */
function writerOf(record: RecordOf<MergedType>, both: readonly BothChanged[]): string | null {
  const changed = both.flatMap(({ fields, base, kept }) =>
    fields.filter((_field, at) => base[at] !== kept[at]),
  );
  const writers = changed.flatMap((field) => record.writtenBy?.[field] ?? []);
  return writers[0] ?? record.updatedBy ?? null;
}
