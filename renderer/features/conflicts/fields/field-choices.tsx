import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValues } from '#shared/domain/deal/merge-fields';
import type { BothChanged, EditConflict } from '#shared/domain/deal/edit-conflict';
import { useConflictWords } from '../../../records/conflicts/use-conflict-words';
import classes from '../conflicts.module.css';
import { changedSince, tookOf, type Took } from './took';

interface FieldChoicesProps {
  readonly conflict: EditConflict;
  readonly record: object | null;
  readonly chosen: Readonly<Record<number, Took>>;
  readonly onChoose: (at: number, took: Took) => void;
}

/** For each field: what both started from, what stands now, and what the other wrote; one of the last two is chosen. */
export function FieldChoices({ conflict, record, chosen, onChoose }: FieldChoicesProps) {
  const { t } = useTranslation('conflicts');
  const words = useConflictWords();
  const took = tookOf(conflict, chosen);
  return (
    <div className={classes['scroller']}>
      <table className={classes['fields']} aria-label={t('fields')}>
        <thead>
          <tr>
            <th scope="col">{t('column.field')}</th>
            <th scope="col">{t('column.before')}</th>
            <th scope="col">{t('column.kept', { name: words.person(conflict.keptBy) })}</th>
            <th scope="col">{t('column.other', { name: words.person(conflict.otherBy) })}</th>
          </tr>
        </thead>
        <tbody>
          {conflict.both.map((both, at) => (
            <FieldRow
              key={both.fields.join()}
              both={both}
              record={record}
              took={took[at] ?? 'kept'}
              onChoose={(side) => onChoose(at, side)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldRow({
  both,
  record,
  took,
  onChoose,
}: {
  readonly both: BothChanged;
  readonly record: object | null;
  readonly took: Took;
  readonly onChoose: (side: Took) => void;
}) {
  const { t } = useTranslation('conflicts');
  const words = useConflictWords();
  const group = useId();
  const field = words.field(both);
  const later = record && changedSince(both, record as FieldValues);
  return (
    <tr>
      <th scope="row">{field}</th>
      <td className={classes['before']}>{words.value(both, both.base)}</td>
      {(['kept', 'other'] as const).map((side) => (
        <td key={side} data-chosen={took === side || undefined}>
          <Radio
            name={group}
            checked={took === side}
            onChange={() => onChoose(side)}
            label={words.value(both, side === 'kept' && later ? later : both[side])}
            aria-label={t(`option.${side}`, { field, value: words.value(both, both[side]) })}
          />
          {side === 'kept' && later && (
            <p className={classes['since']}>{t('since', { value: words.value(both, both.kept) })}</p>
          )}
        </td>
      ))}
    </tr>
  );
}
