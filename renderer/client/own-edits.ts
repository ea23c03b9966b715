import type { ArgsOf, MutationName } from '#shared/mutations/registry';

/** The edits that say which values they were made on (SY-14). */
const mergingEdits = [
  'editAccount',
  'editActivity',
  'editContact',
  'editObligation',
  'editOpportunity',
  'editRegistration',
] as const satisfies readonly MutationName[];

type Fields = Readonly<Record<string, unknown>>;

/** A field that goes from one value to another while the edit is being stored. */
interface Step {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

interface OwnEdits {
  /** Runs `store` with the arguments as they are meant after what this window is still storing. */
  readonly inOrder: <N extends MutationName, T>(
    name: N,
    args: ArgsOf<N>,
    store: (args: ArgsOf<N>) => Promise<T>,
  ) => Promise<T>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * SY-14: storing takes up to seconds, and until it is done screens show what was there before. Who edits a field again meanwhile, or takes the
 * edit back, edits what their own edit makes of it: it becomes the base, or they would be asked about a conflict with themselves. Only values
 * that are being stored right now are followed: nobody can have seen another's change over them yet.
 */
export function createOwnEdits(): OwnEdits {
  let underWay: readonly Step[] = [];
  const after = (key: string, value: unknown): unknown =>
    underWay.reduce((now, step) => (step.key === key && same(now, step.from) ? step.to : now), value);

  return {
    inOrder: async (name, args, store) => {
      const edit = mergingEdits.some((each) => each === name) ? (args as MergingEdit) : null;
      if (!edit?.base) return store(args);
      const keyOf = (field: string): string => `${name}:${edit.id}:${field}`;
      const base = Object.fromEntries(
        Object.entries(edit.base).map(([field, value]) => [field, after(keyOf(field), value)]),
      );
      const steps = Object.entries(edit.changes).map(([field, to]): Step => ({
        key: keyOf(field),
        from: base[field],
        to,
      }));
      underWay = [...underWay, ...steps];
      try {
        return await store({ ...args, base });
      } finally {
        underWay = underWay.filter((step) => !steps.includes(step));
      }
    },
  };
}

interface MergingEdit {
  readonly id: string;
  readonly changes: Fields;
  readonly base?: Fields | null | undefined;
}
