import { recordSchemas } from '../domain/records';
import { ok, type Result } from '../lib/result';
import { partedFrom, stampEdits } from './guarded-edit';
import type { MutationContext, RecordReader, RecordWrite } from './mutation';
import { findMutation } from './registry';
import { refuse, type Rejection } from './rejection';

/** Parses `args`, checks the role and applies the mutation. Bad input of any kind comes back as a rejection, never as a throw. */
export function runMutation(
  name: string,
  args: unknown,
  records: RecordReader,
  context: MutationContext,
): Result<readonly RecordWrite[], Rejection> {
  const mutation = findMutation(name);
  if (!mutation) return refuse({ type: 'unknown-mutation', name });
  if (!mutation.roles.includes(context.role)) return refuse({ type: 'not-allowed', role: context.role });
  const parsed = mutation.args.safeParse(args);
  if (!parsed.success) return refuse(invalidArguments(parsed.error.issues));
  const guarded = mutation.guards?.(parsed.data) ?? [];
  const parted = partedFrom(guarded, records, context);
  if (parted) return refuse({ type: 'edited-elsewhere', recordType: parted.type, id: parted.id });
  const applied = mutation.apply(records, parsed.data, context);
  if (!applied.ok) return applied;
  const result = ok(stampEdits(applied.value, guarded, context));
  for (const write of result.value) {
    if (write.record === null) continue;
    const checked = recordSchemas[write.type].safeParse(write.record);
    if (!checked.success) return refuse(invalidArguments(checked.error.issues));
  }
  return result;
}

const invalidArguments = (issues: readonly { path: PropertyKey[]; message: string }[]): Rejection => ({
  type: 'invalid-arguments',
  issues: issues.slice(0, 20).map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
});
