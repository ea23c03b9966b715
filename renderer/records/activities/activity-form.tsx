import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../ui/day-input';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { readDraft, type ActivityDraft, type ActivityFields } from './activity-draft';
import classes from './activities.module.css';

interface ActivityFormProps {
  readonly draft: ActivityDraft;
  readonly onDraft: (draft: ActivityDraft) => void;
  /** The instant it had; null: a new one. */
  readonly before: string | null;
  readonly dayOf: (at: string) => string;
  readonly onCancel: () => void;
  readonly onSave: (fields: ActivityFields) => Promise<void>;
}

/** One activity as it is written down or changed. Ctrl+Enter saves, Escape closes; what was typed stays. */
export function ActivityForm({ draft, onDraft, before, dayOf, onCancel, onSave }: ActivityFormProps) {
  const { t } = useTranslation('activities');
  const titleId = useId();
  const { busy, run } = useOneAtATime();
  const [wrong, setWrong] = useState<'subject' | 'text' | 'day' | null>(null);
  const subject = useRef<HTMLInputElement>(null);
  useEffect(() => subject.current?.focus(), []);
  const task = draft.kind === 'task';
  const submit = async () => {
    const read = readDraft(draft, { now: new Date().toISOString(), before, dayOf });
    if (!read.ok) return setWrong(read.field);
    setWrong(null);
    await onSave(read.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run(submit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={classes['form']}
      aria-labelledby={titleId}
      noValidate
      inert={busy}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(submit);
      }}
    >
      <p id={titleId} className={classes['formTitle']}>
        {before === null ? t(`new.${draft.kind}`) : t(`kind.${draft.kind}`)}
      </p>
      <div className={classes['line']}>
        <TextInput
          className={classes['subject'] ?? ''}
          label={t('field.subject')}
          required
          ref={subject}
          onKeyDown={onKeyDown}
          maxLength={200}
          autoComplete="off"
          value={draft.subject}
          error={wrong === 'subject' ? t('problem') : undefined}
          onChange={(event) => onDraft({ ...draft, subject: event.currentTarget.value })}
        />
        <DayInput
          w={170}
          label={task ? t('field.dueOn') : t('field.at')}
          clearable={task}
          value={draft.day}
          error={wrong === 'day' ? t('problemDate') : undefined}
          onChange={(day) => onDraft({ ...draft, day })}
        />
      </div>
      <Textarea
        label={t('field.text')}
        onKeyDown={onKeyDown}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        value={draft.text}
        onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
      />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
