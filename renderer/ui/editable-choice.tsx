import { Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editable.module.css';
import { FieldRow } from './field-row';
import type { EditBasis } from './inline-edit';
import { useExpected } from './use-expected';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface EditableChoiceProps {
  readonly label: string;
  /** The value's name in the basis. */
  readonly field: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Resolves to false when it could not be stored: the old choice then stands again. `basis` is what stood there, under `field`. */
  readonly onSave: (value: string, basis: EditBasis) => Promise<boolean>;
  readonly searchable?: boolean;
}

/** One of several values, chosen where it stands; choosing saves. */
export function EditableChoice({
  label,
  field,
  value,
  choices,
  onSave,
  searchable = false,
}: EditableChoiceProps) {
  const { t } = useTranslation('forms');
  const id = useId();
  const [shown, expect] = useExpected(value);
  const known = choices.some((choice) => choice.value === value);
  const change = async (next: string): Promise<void> => {
    expect(next);
    if (!(await onSave(next, { [field]: shown }))) expect(null);
  };
  return (
    <FieldRow label={label} htmlFor={id}>
      <Select
        id={id}
        aria-label={label}
        data={known ? [...choices] : [{ value, label: value }, ...choices]}
        value={shown}
        onChange={(next) => {
          if (next !== null && next !== shown) void change(next);
        }}
        searchable={searchable}
        nothingFoundMessage={t('nothingFound')}
        maxDropdownHeight={320}
        classNames={{ input: `${classes['row'] ?? ''} ${classes['choice'] ?? ''}` }}
      />
    </FieldRow>
  );
}
