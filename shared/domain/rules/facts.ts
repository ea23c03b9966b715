import { segments } from '../deal/account';
import { tiers } from '../partner/partner';

/** What rules are made for: where a lead goes (OPP-2), and what becomes of a deal registration (OPP-4). */
export const ruleSetKinds = ['lead-routing', 'registration-acceptance'] as const;
export type RuleSetKind = (typeof ruleSetKinds)[number];

/** One thing that conditions can ask about. */
export type FactDefinition =
  | {
      readonly type: 'text';
      /** Every value there can be; null: any text. */
      readonly values: readonly string[] | null;
      /** It may be unknown; what is unknown is none of the values asked for. */
      readonly mayBeMissing: boolean;
    }
  /** Several at once, perhaps none; a condition holds when any of them is asked for. */
  | { readonly type: 'texts' }
  /** Never below zero. Missing, it is neither above nor below anything. */
  | { readonly type: 'number'; readonly mayBeMissing: boolean };

const anyText = { type: 'text', values: null, mayBeMissing: false } as const;
const perhapsText = { type: 'text', values: null, mayBeMissing: true } as const;

/** What rules of each kind can ask about. */
export const factDefinitions = {
  'lead-routing': {
    country: anyText,
    /** As the rule set's own list of countries says. */
    region: perhapsText,
    segment: { type: 'text', values: segments, mayBeMissing: false },
    families: { type: 'texts' },
    amount: { type: 'number', mayBeMissing: true },
    currency: perhapsText,
    source: anyText,
  },
  'registration-acceptance': {
    amount: { type: 'number', mayBeMissing: false },
    currency: anyText,
    families: { type: 'texts' },
    country: perhapsText,
    tier: { type: 'text', values: tiers, mayBeMissing: false },
    /** How many other requests and registrations were found for the same customer. */
    sameCustomerCount: { type: 'number', mayBeMissing: false },
    partner: anyText,
  },
} as const satisfies Record<RuleSetKind, Readonly<Record<string, FactDefinition>>>;

type FactsOf<D> = {
  readonly [F in keyof D]: D[F] extends { readonly type: 'texts' }
    ? readonly string[]
    : D[F] extends { readonly mayBeMissing: true }
      ? string | null
      : string;
};

export type LeadFacts = FactsOf<(typeof factDefinitions)['lead-routing']>;
/** Amounts and counts are decimals in text. */
export type RegistrationFacts = FactsOf<(typeof factDefinitions)['registration-acceptance']>;

/** Facts of any kind, by name. */
export type Facts = Readonly<Record<string, string | null | readonly string[]>>;

export const factOf = (kind: RuleSetKind, name: string): FactDefinition | undefined => {
  const definitions: Readonly<Record<string, FactDefinition>> = factDefinitions[kind];
  return Object.hasOwn(definitions, name) ? definitions[name] : undefined;
};
