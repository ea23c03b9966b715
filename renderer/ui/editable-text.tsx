import { Textarea, TextInput } from '@mantine/core';
import { useId, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editable.module.css';
import { FieldRow } from './field-row';
import { endEdit, type EditBasis, type EndKey, type ReadText } from './inline-edit';
import { useExpected } from './use-expected';
import { useRemembered } from './use-remembered';

interface EditableTextProps<Problem> {
  readonly label: string;
  /** The value's name in the basis. */
  readonly field: string;
  readonly value: string;
  /** How the value reads while nobody edits it (an amount with its grouping). */
  readonly format?: (value: string) => string;
  /** How the value stands in the field while it is edited. */
  readonly forEditing?: (value: string) => string;
  readonly read: (typed: string) => ReadText<Problem>;
  readonly say: (problem: Problem) => string;
  /**
   * Resolves to false when it could not be stored: the text then stays in the field. `basis` is what stood there, under `field`, when the person
   * began to type, which may be days ago on a text that was left unsaved.
   */
  readonly onSave: (value: string, basis: EditBasis) => Promise<boolean>;
  /** What the value is read with, by name: it belongs to the basis too. */
  readonly readWith?: EditBasis;
  /** Under this name a text that is not saved yet survives leaving the screen and a restart. */
  readonly draftKey: string;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  /** `title` stands alone, large and without its label on screen. */
  readonly look?: 'row' | 'title' | 'block';
  readonly type?: 'text' | 'email' | 'tel' | 'url';
}

const same = (text: string): string => text;
const nothing: EditBasis = {};

/** A text edited where it stands: Enter or leaving saves, Escape restores. Shift+Enter breaks a line where lines may break. */
export function EditableText<Problem>({
  label,
  field: name,
  value,
  format = same,
  forEditing = same,
  read,
  say,
  onSave,
  readWith = nothing,
  draftKey,
  placeholder,
  multiline = false,
  look = 'row',
  type = 'text',
}: EditableTextProps<Problem>) {
  const { t } = useTranslation('forms');
  const id = useId();
  const [draft, setDraft] = useRemembered<string | null>(`draft:${draftKey}`, null);
  const [madeOn, setMadeOn] = useRemembered<EditBasis | null>(`draft-basis:${draftKey}`, null);
  const [focused, setFocused] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [current, expect] = useExpected(value);
  const leaving = useRef(false);
  /** The text that is being stored. Whoever goes on typing meanwhile types on it. */
  const saving = useRef<string | null>(null);
  const basis = { ...readWith, [name]: current };

  // The app may have ended between storing a text and forgetting its draft: then nothing is left to save.
  const isStored = draft !== null && endEdit(value, draft, 'blur', read).kind === 'unchanged';

  const resting = focused ? forEditing(current) : format(current);
  const text = draft ?? resting;

  const end = async (key: EndKey): Promise<void> => {
    if (draft === null || draft === saving.current) return setProblem(null);
    const result = endEdit(current, draft, key, read);
    if (result.kind === 'refused') return setProblem(say(result.problem));
    setProblem(null);
    if (result.kind !== 'save') {
      setMadeOn(null);
      return setDraft(null);
    }
    expect(result.value);
    saving.current = draft;
    const stored = await onSave(result.value, madeOn ?? basis);
    if (saving.current === draft) saving.current = null;
    if (!stored) return expect(null);
    setDraft((now) => (now === draft ? null : now));
    setMadeOn((now) => (now === madeOn ? null : now));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const enter = event.key === 'Enter' && !event.shiftKey;
    if (!enter && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const target = event.currentTarget;
    const leave = () => {
      leaving.current = true;
      target.blur();
      leaving.current = false;
    };
    if (event.key === 'Escape') {
      leave();
      void end('escape');
      return;
    }
    const stays = draft !== null && endEdit(current, draft, 'enter', read).kind === 'refused';
    if (!stays) leave();
    void end('enter');
  };

  const field = {
    id,
    value: text,
    title: focused ? undefined : text,
    'aria-label': label,
    placeholder: placeholder ?? t('empty'),
    error: problem ?? (draft !== null && !isStored && !focused ? t('notSavedYet') : null),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setProblem(null);
      if (draft === null || draft === saving.current) setMadeOn(basis);
      setDraft(event.currentTarget.value);
    },
    onFocus: () => {
      setFocused(true);
      if (!isStored) return;
      setDraft(null);
      setMadeOn(null);
    },
    onBlur: () => {
      setFocused(false);
      if (!leaving.current) void end('blur');
    },
    onKeyDown,
    spellCheck: multiline,
    autoComplete: 'off',
    classNames: { input: classes[look] ?? '', error: classes['error'] ?? '' },
  };
  const input = multiline ? (
    <Textarea {...field} autosize minRows={look === 'block' ? 3 : 1} maxRows={24} />
  ) : (
    <TextInput {...field} type={type} />
  );
  if (look !== 'row') return input;
  return (
    <FieldRow label={label} htmlFor={id}>
      {input}
    </FieldRow>
  );
}
