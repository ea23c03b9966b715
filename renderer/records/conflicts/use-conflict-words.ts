import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BothChanged, EditConflict, MergedType } from '#shared/domain/deal/edit-conflict';
import { segments } from '#shared/domain/deal/account';
import { stages } from '#shared/domain/deal/opportunity';
import { useClient } from '../../client/client-context';
import en from '../../i18n/locales/en/conflicts.json';
import { useFormats } from '../../ui/formats';
import { useCountryNames } from '../../ui/use-country-names';
import { useNames } from '../use-names';
import { partiesOf } from './conflict-parties';

type KnownField = keyof typeof en.field;

export interface ConflictWords {
  /** What the field, or the fields that belong together, are called. */
  readonly field: (both: Pick<BothChanged, 'fields'>) => string;
  /** Values of those fields as one text; an amount stands with its currency. */
  readonly value: (both: Pick<BothChanged, 'fields'>, values: readonly string[]) => string;
  /** "Maria and you both changed: Stage, Amount" */
  readonly summary: (conflict: EditConflict) => string;
  /** A person's name, "You" for the one who looks. */
  readonly person: (id: string | null) => string;
  readonly type: (type: MergedType) => string;
}

/** SY-14: fields and values of a conflict in the person's language. */
export function useConflictWords(): ConflictWords {
  const { t } = useTranslation(['conflicts', 'records']);
  const formats = useFormats();
  const countries = useCountryNames();
  const personName = useNames('person');
  const { userId } = useClient().session;
  return useMemo(() => {
    const fieldName = (name: string): string =>
      Object.hasOwn(en.field, name) ? t(`conflicts:field.${name as KnownField}`) : name;
    const field: ConflictWords['field'] = ({ fields }) =>
      fields.includes('amount') ? fieldName('amount') : formats.list(fields.map(fieldName));
    const one = (name: string, value: string): string => {
      if (value === '') return t('conflicts:empty');
      const stage = stages.find((each) => name === 'stage' && each === value);
      if (stage) return t(`records:stage.${stage}`);
      const segment = segments.find((each) => name === 'segment' && each === value);
      if (segment) return t(`records:segment.${segment}`);
      if (name === 'ownerId') return personName(value) ?? t('conflicts:somebody');
      if (name === 'country') return countries.nameOf(value);
      if ((name === 'closeOn' || name === 'dueOn') && /^\d{4}-\d\d-\d\d$/.test(value))
        return formats.day(value);
      return value;
    };
    const value: ConflictWords['value'] = ({ fields }, values) => {
      const amount = values[fields.indexOf('amount')];
      const currency = values[fields.indexOf('currency')];
      if (amount !== undefined && amount !== '' && currency) return formats.amount(amount, currency);
      return formats.list(fields.map((name, at) => one(name, values[at] ?? '')));
    };
    const nameOf = (id: string | null) =>
      (id === null ? undefined : personName(id)) ?? t('conflicts:somebody');
    return {
      field,
      value,
      person: (id) => (id === userId ? t('conflicts:you') : nameOf(id)),
      type: (type) => t(`conflicts:type.${type}`),
      summary: (conflict) => {
        const parties = partiesOf(conflict, userId);
        const fields = formats.list(conflict.both.map(field));
        switch (parties.kind) {
          case 'mine':
            return t('conflicts:summary.mine', { name: nameOf(parties.other), fields });
          case 'both-mine':
            return t('conflicts:summary.bothMine', { fields });
          case 'same':
            return t('conflicts:summary.same', { name: nameOf(parties.person), fields });
          case 'others':
            return t('conflicts:summary.others', {
              first: nameOf(parties.kept),
              second: nameOf(parties.other),
              fields,
            });
          default:
            return parties satisfies never;
        }
      },
    };
  }, [t, formats, countries, personName, userId]);
}
