import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { segments } from '#shared/domain/deal/account';
import { tiers } from '#shared/domain/partner/partner';
import type { Condition, FactCondition } from '#shared/domain/rules/condition';
import { useFormats } from '../../../ui/formats';
import { useCountryNames } from '../../../ui/use-country-names';
import { toTree, type ConditionNode } from './condition-tree';

export const factNames = [
  'country',
  'region',
  'segment',
  'families',
  'amount',
  'currency',
  'source',
  'tier',
  'sameCustomerCount',
  'partner',
] as const;
export type FactName = (typeof factNames)[number];
const isKnown = (fact: string): fact is FactName => factNames.some((each) => each === fact);

export interface ConditionWords {
  readonly name: (fact: string) => string;
  /** One of a fact's values. */
  readonly choice: (fact: string, value: string) => string;
  /** What a fact is, in words; null: unknown. */
  readonly value: (fact: string, value: string | null | readonly string[]) => string;
  readonly fact: (condition: FactCondition, negated: boolean) => string;
  /** A whole condition in one line. */
  readonly all: (condition: Condition) => string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}
const nobody: readonly Named[] = [];

/** Conditions of rules as a person says them, in the UI language. */
export function useConditionWords(partners: readonly Named[] = nobody): ConditionWords {
  const { t } = useTranslation(['vendor-rules', 'records', 'catalog']);
  const countries = useCountryNames();
  const formats = useFormats();
  return useMemo(() => {
    const name = (fact: string): string => (isKnown(fact) ? t(`fact.${fact}`) : fact);
    const choice = (fact: string, value: string): string => {
      if (fact === 'country') return countries.nameOf(value);
      if (fact === 'partner') return partners.find(({ id }) => id === value)?.name ?? value;
      const segment = fact === 'segment' ? segments.find((each) => each === value) : undefined;
      if (segment) return t(`records:segment.${segment}`);
      const tier = fact === 'tier' ? tiers.find((each) => each === value) : undefined;
      return tier ? t(`catalog:tier.${tier}`) : value;
    };
    const figure = (value: string): string =>
      /^\d+(\.\d+)?$/.test(value) ? formats.number(value, 6) : value;
    const value: ConditionWords['value'] = (fact, said) => {
      if (said === null) return t('unknown');
      if (typeof said !== 'string')
        return formats.list(said.map((each) => choice(fact, each))) || t('nothing');
      return fact === 'amount' || fact === 'sameCustomerCount' ? figure(said) : choice(fact, said);
    };
    const fact: ConditionWords['fact'] = (condition, negated) =>
      condition.kind === 'text'
        ? t(negated ? 'words.noneOf' : 'words.anyOf', {
            fact: name(condition.fact),
            values: formats.list(condition.anyOf.map((each) => choice(condition.fact, each))) || '\u2026',
          })
        : t(negated ? 'words.not' : 'words.plain', {
            said: t(`words.compare.${condition.compare}`, {
              fact: name(condition.fact),
              value: figure(condition.value) || '\u2026',
            }),
          });
    const node = (each: ConditionNode, outermost: boolean): string => {
      if (each.kind === 'fact') return fact(each.fact, each.negated);
      if (each.of.length === 0) return t(`words.empty.${each.mode}`);
      const parts = each.of.map((part) => node(part, false));
      const joined = parts.join(t(each.mode === 'all' || each.mode === 'not-all' ? 'words.and' : 'words.or'));
      if (each.mode === 'none' || each.mode === 'not-all') return t('words.notGroup', { said: joined });
      return outermost || parts.length === 1 ? joined : `(${joined})`;
    };
    return { name, choice, value, fact, all: (condition) => node(toTree(condition), true) };
  }, [t, countries, formats, partners]);
}
