import { useId } from 'react';
import classes from './editable.module.css';
import { DayInput } from './day-input';
import { FieldRow } from './field-row';
import type { EditBasis } from './inline-edit';
import { useExpected } from './use-expected';

interface EditableDayProps {
  readonly label: string;
  /** The value's name in the basis. */
  readonly field: string;
  /** "2026-11-21" */
  readonly value: string;
  /** Resolves to false when it could not be stored: the old day then stands again. `basis` is what stood there, under `field`. */
  readonly onSave: (day: string, basis: EditBasis) => Promise<boolean>;
}

/** A calendar day edited where it stands; picking or typing a whole day saves. */
export function EditableDay({ label, field, value, onSave }: EditableDayProps) {
  const id = useId();
  const [shown, expect] = useExpected(value);
  const change = async (day: string): Promise<void> => {
    expect(day);
    if (!(await onSave(day, { [field]: shown }))) expect(null);
  };
  return (
    <FieldRow label={label} htmlFor={id}>
      <DayInput
        id={id}
        aria-label={label}
        value={shown}
        onChange={(day) => {
          if (day !== '' && day !== shown) void change(day);
        }}
        classNames={{ input: classes['row'] ?? '' }}
      />
    </FieldRow>
  );
}
