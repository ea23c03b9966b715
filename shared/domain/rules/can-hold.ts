import { compare } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { Condition, FactCondition } from './condition';
import { factOf, type RuleSetKind } from './facts';

/** A condition that must hold, or must not. */
export interface Demand {
  readonly condition: Condition;
  readonly wanted: boolean;
}

/** What is known of one fact so far. A bound is [value, whether the value itself is still allowed]. */
interface Known {
  /** Whether it has a value at all; null: not decided yet. */
  readonly isThere: boolean | null;
  /** Each is a set of which it must have a member. */
  readonly oneOf: readonly (readonly string[])[];
  readonly noneOf: readonly string[];
  readonly from: readonly [string, boolean] | null;
  readonly to: readonly [string, boolean] | null;
}
type World = ReadonlyMap<string, Known>;

const nothing: Known = { isThere: null, oneOf: [], noneOf: [], from: null, to: null };
/** More looks than any rule set that people wrote needs; beyond them it counts as possible. */
const mostSteps = 20_000;

/**
 * True when there can be a lead, or a registration, for which all of these are as wanted. Exact for conditions that people write; one with
 * thousands of branches counts as possible, so that nobody is warned without reason.
 */
export function canHold(kind: RuleSetKind, demands: readonly Demand[]): boolean {
  let steps = 0;
  const search = (open: readonly Demand[], world: World): boolean => {
    steps += 1;
    const [next, ...others] = open;
    if (!next || steps > mostSteps) return true;
    const { condition, wanted } = next;
    switch (condition.kind) {
      case 'text':
      case 'number':
        return answers(kind, world, condition, wanted).some((answer) => search(others, answer));
      case 'not':
        return search([{ condition: condition.of, wanted: !wanted }, ...others], world);
      default: {
        const parts = condition.of.map((part) => ({ condition: part, wanted }));
        // "not any of" wants each part not to hold, as "all of" wants each to hold.
        if ((condition.kind === 'all') === wanted) return search([...parts, ...others], world);
        return parts.some((part) => search([part, ...others], world));
      }
    }
  };
  // What asks about one fact goes first: it closes branches before they are opened.
  const simpleFirst = [...demands].sort((a, b) => weight(a.condition) - weight(b.condition));
  return search(simpleFirst, new Map());
}

const weight = ({ kind }: Condition): number => (kind === 'text' || kind === 'number' ? 0 : 1);

/** The ways the world can be with this answered so; none: it cannot. */
function answers(kind: RuleSetKind, world: World, condition: FactCondition, wanted: boolean): World[] {
  const definition = factOf(kind, condition.fact);
  if (!definition) return [];
  const known = world.get(condition.fact) ?? nothing;
  const mayBeMissing = definition.type !== 'texts' && definition.mayBeMissing;
  const ways: Known[] = [];
  // What is missing answers every question with no.
  if (!wanted && mayBeMissing && known.isThere !== true) ways.push({ ...known, isThere: false });
  if (known.isThere !== false) {
    const there = answered({ ...known, isThere: true }, condition, wanted);
    const values = definition.type === 'text' ? definition.values : null;
    if (isPossible(there, values, definition.type === 'texts')) ways.push(there);
  }
  return ways.map((way) => new Map([...world, [condition.fact, way]]));
}

function answered(known: Known, condition: FactCondition, wanted: boolean): Known {
  if (condition.kind === 'number') return bounded(known, condition, wanted);
  if (wanted) return { ...known, oneOf: [...known.oneOf, condition.anyOf] };
  return { ...known, noneOf: [...known.noneOf, ...condition.anyOf] };
}

/** There is a value, or for several at once a choice of values, that is as all answers say. Numbers are never below zero. */
function isPossible(
  { oneOf, noneOf, from, to }: Known,
  values: readonly string[] | null,
  isSeveral: boolean,
): boolean {
  if (to) {
    const least = from ?? (['0', true] as const);
    const order = compare(decimal(least[0]), decimal(to[0]));
    if (order > 0 || (order === 0 && !(least[1] && to[1]))) return false;
  }
  if (isSeveral) return oneOf.every((set) => set.some((value) => !noneOf.includes(value)));
  const candidates = values ?? oneOf[0];
  // Any text at all: there is always another one.
  if (!candidates) return true;
  return candidates.some((value) => !noneOf.includes(value) && oneOf.every((set) => set.includes(value)));
}

/** With the comparison, or with its opposite. */
function bounded(
  known: Known,
  { compare: how, value }: Extract<FactCondition, { kind: 'number' }>,
  wanted: boolean,
): Known {
  const isUpper = (how === 'below' || how === 'at-most') === wanted;
  const isIncluded = (how === 'at-most' || how === 'at-least') === wanted;
  const bound = [value, isIncluded] as const;
  if (isUpper) return { ...known, to: tighter(known.to, bound, -1) };
  return { ...known, from: tighter(known.from, bound, 1) };
}

function tighter(
  known: readonly [string, boolean] | null,
  bound: readonly [string, boolean],
  direction: 1 | -1,
): readonly [string, boolean] {
  if (!known) return bound;
  const order = compare(decimal(bound[0]), decimal(known[0])) * direction;
  if (order === 0) return [known[0], known[1] && bound[1]];
  return order > 0 ? bound : known;
}
