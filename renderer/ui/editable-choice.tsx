import { Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editable.module.css';
import { FieldRow } from './field-row';
import { useExpected } from './use-expected';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface EditableChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Resolves to false when it could not be stored: the old choice then stands again. */
  readonly onSave: (value: string) => Promise<boolean>;
  readonly searchable?: boolean;
}

/** One of several values, chosen where it stands; choosing saves. */
export function EditableChoice({ label, value, choices, onSave, searchable = false }: EditableChoiceProps) {
  const { t } = useTranslation('forms');
  const id = useId();
  const [shown, expect] = useExpected(value);
  const known = choices.some((choice) => choice.value === value);
  const change = async (next: string): Promise<void> => {
    expect(next);
    if (!(await onSave(next))) expect(null);
  };
  return (
    <FieldRow label={label} htmlFor={id}>
      <Select
        id={id}
        aria-label={label}
        data={known ? [...choices] : [{ value, label: value }, ...choices]}
        value={shown}
        onChange={(next) => {
          if (next !== null && next !== value) void change(next);
        }}
        searchable={searchable}
        nothingFoundMessage={t('nothingFound')}
        maxDropdownHeight={320}
        classNames={{ input: classes['row'] ?? '' }}
      />
    </FieldRow>
  );
}
