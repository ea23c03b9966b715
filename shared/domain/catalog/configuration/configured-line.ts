import type { Decimal } from '../../money/amount';

/** What configuration needs to know of a quote's line; every quote line is one. */
export interface ConfiguredLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: Decimal;
  readonly optional: boolean;
  readonly component?: { readonly parentId: string; readonly optionId: string } | null | undefined;
  readonly alternative?: { readonly group: string; readonly chosen: boolean } | null | undefined;
  /** PR-143: quantities that stand in place of `quantity` one after the other; empty: none. */
  readonly term?: { readonly ramp: readonly { readonly quantity: Decimal }[] } | null | undefined;
}

/** One change to the lines. A fix is a list of them, made in one step; what its n-th addition added is "+n" to those after it. */
export type ConfigurationChange =
  /** After the line `after`, or at the end. */
  | {
      readonly kind: 'add-line';
      readonly sku: string;
      readonly quantity: Decimal;
      readonly after: string | null;
    }
  | {
      readonly kind: 'add-component';
      readonly parentId: string;
      readonly optionId: string;
      readonly sku: string;
      readonly quantity: Decimal;
    }
  | { readonly kind: 'set-quantity'; readonly lineId: string; readonly quantity: Decimal }
  /** An optional line counts from now on. */
  | { readonly kind: 'take-line'; readonly lineId: string }
  /** With its components, if it is a bundle's. */
  | { readonly kind: 'remove-line'; readonly lineId: string };

/** What a fix calls the line of its n-th addition, counted from 1. */
export const additionName = (n: number): string => `+${String(n)}`;
export const isAddition = (name: string): boolean => name.startsWith('+');

/** The lines after the changes, in order; `newId` names what is added. */
export function applyChanges(
  lines: readonly ConfiguredLine[],
  changes: readonly ConfigurationChange[],
  newId: () => string,
): ConfiguredLine[] {
  let result = [...lines];
  const added = new Map<string, string>();
  const addedId = (): string => {
    const id = newId();
    added.set(additionName(added.size + 1), id);
    return id;
  };
  const called = (name: string): string => added.get(name) ?? name;
  for (const change of changes) {
    switch (change.kind) {
      case 'add-line':
      case 'add-component': {
        const { sku, quantity } = change;
        const component =
          change.kind === 'add-component'
            ? { parentId: called(change.parentId), optionId: change.optionId }
            : null;
        result.push({ id: addedId(), sku, quantity, optional: false, component });
        break;
      }
      case 'set-quantity':
        result = result.map((line) =>
          line.id === called(change.lineId) ? { ...line, quantity: change.quantity } : line,
        );
        break;
      case 'take-line':
        result = result.map((line) =>
          line.id === called(change.lineId) ? { ...line, optional: false } : line,
        );
        break;
      default:
        result = result.filter(
          ({ id, component }) =>
            id !== called(change.lineId) && component?.parentId !== called(change.lineId),
        );
    }
  }
  return result;
}
