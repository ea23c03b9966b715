import { useId } from 'react';
import classes from './editable.module.css';
import { DayInput } from './day-input';
import { FieldRow } from './field-row';
import { useExpected } from './use-expected';

interface EditableDayProps {
  readonly label: string;
  /** "2026-11-21" */
  readonly value: string;
  /** Resolves to false when it could not be stored: the old day then stands again. */
  readonly onSave: (day: string) => Promise<boolean>;
}

/** A calendar day edited where it stands; picking or typing a whole day saves. */
export function EditableDay({ label, value, onSave }: EditableDayProps) {
  const id = useId();
  const [shown, expect] = useExpected(value);
  const change = async (day: string): Promise<void> => {
    expect(day);
    if (!(await onSave(day))) expect(null);
  };
  return (
    <FieldRow label={label} htmlFor={id}>
      <DayInput
        id={id}
        aria-label={label}
        value={shown}
        onChange={(day) => {
          if (day !== '' && day !== value) void change(day);
        }}
        classNames={{ input: classes['row'] ?? '' }}
      />
    </FieldRow>
  );
}
