import { Textarea } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';

const pauseMs = 700;

interface AutoSavedTextProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly minRows?: number;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly onSave: (text: string) => void;
}

/** A longer text that saves itself: after a pause, on leaving it, and when the screen goes away. */
export function AutoSavedText({
  label,
  description,
  value,
  readOnly,
  minRows = 2,
  maxLength,
  placeholder,
  onSave,
}: AutoSavedTextProps) {
  // null: nothing typed that is not saved.
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, value, onSave });
  useEffect(() => {
    latest.current = { typed, value, onSave };
  });

  const save = useCallback(() => {
    const now = latest.current;
    if (now.typed !== null && now.typed !== now.value) now.onSave(now.typed);
    setTyped(null);
  }, []);

  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(save, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, save]);
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  // While the text has the cursor, Ctrl+Z means its letters, not the quote.
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key) && typed !== null)
      event.stopPropagation();
  };
  return (
    <Textarea
      label={label}
      description={description}
      value={typed ?? value}
      readOnly={readOnly}
      autosize
      minRows={minRows}
      maxRows={16}
      maxLength={maxLength}
      placeholder={readOnly ? '' : (placeholder ?? '')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
