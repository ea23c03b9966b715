import { add, compare, zero } from '../../money/exact';
import { bundleOption, type Bundle, type BundleGroup, type BundleOption } from '../bundle';
import { circularPath } from './circular-path';
import type { ConfigurationChange, ConfiguredLine } from './configured-line';
import type { FoundIssue, IssueDetail } from './issue';
import { quantityText } from './quantities';
import { unitsIn, type Situation } from './situation';

/** CAT-3: what is wrong inside the bundles, and components that belong to none. */
export function findBundleIssues(situation: Situation): FoundIssue[] {
  return situation.lines.flatMap((line) => {
    if (line.component) return strayComponent(line, situation);
    const bundle = situation.productOf(line.sku)?.bundle;
    if (!bundle) return [];
    const path = circularPath(line.sku, situation.productOf);
    // What contains itself cannot be put together: nothing else about it is worth saying.
    if (path) return [issueAt(line, 'circular', { kind: 'circular', path }, [], [[line.id]])];
    return issuesOf(line, bundle, situation);
  });
}

const issueAt = (
  line: ConfiguredLine,
  key: string,
  detail: IssueDetail,
  ways: FoundIssue['ways'],
  removable: FoundIssue['removable'] = [],
  others: readonly string[] = [],
): FoundIssue => ({
  id: `${detail.kind}:${line.id}:${key}`,
  severity: 'hard',
  lineIds: [line.id, ...others],
  detail,
  explanation: null,
  ways,
  removable,
});

function strayComponent(line: ConfiguredLine, situation: Situation): FoundIssue[] {
  const { component, sku } = line;
  if (!component) return [];
  const parent = situation.line(component.parentId);
  const parentProduct = parent && situation.productOf(parent.sku);
  // A product that is not on this device says nothing about its options.
  if (parent && !parentProduct) return [];
  const options = parentProduct?.bundle?.groups.flatMap((group) => group.options);
  const option = options?.find(({ id }) => id === component.optionId);
  if (option?.sku === sku) return [];
  const why = !parent ? 'parent-missing' : options ? 'option-unknown' : 'not-a-bundle';
  return [issueAt(line, why, { kind: 'unknown-option', sku, why }, [], [[line.id]])];
}

function issuesOf(parent: ConfiguredLine, bundle: Bundle, situation: Situation): FoundIssue[] {
  const components = situation.componentsOf(parent.id);
  const linesOf = ({ id, sku }: BundleOption): ConfiguredLine[] =>
    components.filter((line) => line.component?.optionId === id && line.sku === sku);
  const chosen = (group: BundleGroup): BundleOption[] =>
    group.options.filter((option) => linesOf(option).length > 0);
  const options = bundle.groups.flatMap((group) => group.options);
  const absent = options.filter(
    ({ kind, ...option }) => kind !== 'optional' && linesOf({ kind, ...option }).length === 0,
  );
  // Whoever adds one thing that has to be there adds all of them.
  const addAbsent = absent.map((option) => addOption(parent, option));
  const missing = absent.map(({ id, sku }) =>
    issueAt(parent, id, { kind: 'missing-required-option', optionId: id, sku }, [addAbsent], [[parent.id]]),
  );
  const counts = bundle.groups.flatMap((group) => groupIssues(parent, group, chosen(group), linesOf));
  const ranges = options.flatMap((option) =>
    rangeIssues(parent, { ...option, max: mostOf(option, bundle, situation) }, linesOf(option)),
  );
  return [...missing, ...counts, ...ranges, ...tooFewBundles(parent, bundle, components)];
}

/**
 * What costs nothing, or is paid for by one price, comes in the number that the bundle gives where the option does not say how many are the
 * most: nobody pays for more of it (PR-14).
 */
function mostOf(
  { sku, kind, quantity, max }: BundleOption,
  { pricing }: Bundle,
  { productOf }: Situation,
): BundleOption['max'] {
  const isPaidByUnit =
    kind !== 'included' && (pricing !== 'fixed' || productOf(sku)?.charge.kind === 'usage');
  return max ?? (isPaidByUnit ? null : quantity);
}

/** Less than one bundle brings none of what comes with it however many there are: it would be given away. */
function tooFewBundles(
  parent: ConfiguredLine,
  bundle: Bundle,
  components: readonly ConfiguredLine[],
): FoundIssue[] {
  const { id, sku, quantity } = parent;
  const isGiven = ({ component }: ConfiguredLine): boolean => {
    const option = component && bundleOption(bundle, component.optionId);
    return option?.scaling === 'fixed' && (option.kind === 'included' || bundle.pricing === 'fixed');
  };
  if (compare(unitsIn(quantity), oneBundle) >= 0 || !components.some(isGiven)) return [];
  const detail: IssueDetail = {
    kind: 'quantity-range',
    sku,
    quantity: quantityText(unitsIn(quantity)),
    least: '1',
    most: null,
  };
  return [
    issueAt(parent, 'bundles', detail, [[{ kind: 'set-quantity', lineId: id, quantity: '1' }]], [[id]]),
  ];
}
const oneBundle = unitsIn('1');

export const addOption = (
  parent: ConfiguredLine,
  { id, sku, quantity }: BundleOption,
): ConfigurationChange => ({
  kind: 'add-component',
  parentId: parent.id,
  optionId: id,
  sku,
  quantity,
});

function groupIssues(
  parent: ConfiguredLine,
  { id, name: group, choose, options }: BundleGroup,
  chosen: readonly BundleOption[],
  linesOf: (option: BundleOption) => readonly ConfiguredLine[],
): FoundIssue[] {
  const { min: least, max: most } = choose;
  const count = chosen.length;
  if (count < least) {
    const free = options.filter((option) => !chosen.includes(option) && option.kind === 'optional');
    const wanted = least - count;
    const ways = free.map((option, at) =>
      [option, ...free.toSpliced(at, 1)].slice(0, wanted).map((each) => addOption(parent, each)),
    );
    return [issueAt(parent, id, { kind: 'too-few', group, chosen: count, least }, ways, [[parent.id]])];
  }
  if (most === null || count <= most) return [];
  const idsOf = (option: BundleOption): string[] => linesOf(option).map((line) => line.id);
  const detail: IssueDetail =
    most === 1
      ? { kind: 'exclusive', group, skus: chosen.map(({ sku }) => sku) }
      : { kind: 'too-many', group, chosen: count, most };
  // A way for each that could go first; of exclusive options, a way for each that could stay.
  const free = chosen.filter(({ kind }) => kind === 'optional');
  const ways = free.map((option, at) =>
    (most === 1 ? [...free.toSpliced(at, 1), option] : [option, ...free.toSpliced(at, 1)])
      .slice(0, count - most)
      .flatMap((gone) => idsOf(gone).map((lineId) => ({ kind: 'remove-line', lineId }) as const)),
  );
  return [issueAt(parent, id, detail, ways, [[parent.id]], chosen.flatMap(idsOf))];
}

function rangeIssues(
  parent: ConfiguredLine,
  { id, sku, min, max }: BundleOption,
  lines: readonly ConfiguredLine[],
): FoundIssue[] {
  const [first, ...others] = lines;
  if (!first) return [];
  const total = lines.reduce((sum, { quantity }) => add(sum, unitsIn(quantity)), zero);
  const below = min !== null && compare(total, unitsIn(min)) < 0;
  const above = max !== null && compare(total, unitsIn(max)) > 0;
  if (!below && !above) return [];
  const wanted = (below ? min : max) ?? '0';
  const way: ConfigurationChange[] = [
    { kind: 'set-quantity', lineId: first.id, quantity: wanted },
    ...others.map(({ id: lineId }) => ({ kind: 'remove-line', lineId }) as const),
  ];
  const detail: IssueDetail = {
    kind: 'quantity-range',
    sku,
    quantity: quantityText(total),
    least: min,
    most: max,
  };
  const ids = lines.map((line) => line.id);
  return [
    {
      ...issueAt(parent, id, detail, [way], [ids, [parent.id]]),
      lineIds: [...ids, parent.id],
    },
  ];
}
