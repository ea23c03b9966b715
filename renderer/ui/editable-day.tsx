import { useEffect, useId, useState } from 'react';
import classes from './editable.module.css';
import { DayInput } from './day-input';
import { FieldRow } from './field-row';

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
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => setChosen(null), [value]);
  const change = async (day: string): Promise<void> => {
    setChosen(day);
    if (!(await onSave(day))) setChosen(null);
  };
  return (
    <FieldRow label={label} htmlFor={id}>
      <DayInput
        id={id}
        aria-label={label}
        value={chosen ?? value}
        onChange={(day) => {
          if (day !== '' && day !== value) void change(day);
        }}
        classNames={{ input: classes['row'] ?? '' }}
      />
    </FieldRow>
  );
}
