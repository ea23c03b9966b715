import { Button, Group, Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '#shared/domain/deal/obligation';
import { addDays } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { DayInput } from '../../ui/day-input';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import { useFormats } from '../../ui/formats';
import { useToday } from '../use-today';
import { useObligationCommands, type ObligationChanges } from './commands';
import classes from './obligations.module.css';
import { useObligationText } from './use-obligation-text';

interface ObligationFormProps {
  readonly opportunityId: string;
  /** The one that is changed; left out, a new one. */
  readonly obligation?: Obligation;
  readonly onClose: () => void;
}

interface Draft {
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: string;
  /** What stood there when it was begun: a colleague's change may come down meanwhile (SY-14). */
  readonly seen?: Obligation;
}

/** One step of the partner's side as it is written. What was typed is kept until it is saved. */
export function ObligationForm({ opportunityId, obligation, onClose }: ObligationFormProps) {
  const { t } = useTranslation('obligations');
  const { userId } = useClient().session;
  const { compare } = useFormats();
  const people = useRecords('person') ?? [];
  const today = useToday();
  const textOf = useObligationText();
  const { plan, edit } = useObligationCommands();
  const { busy, run } = useOneAtATime();
  const [kept, setKept] = useRemembered<Draft | null>(
    `draft:obligation:${obligation?.id ?? opportunityId}`,
    null,
  );
  const [wrong, setWrong] = useState<'text' | 'day' | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const seen = kept?.seen ?? obligation;
  const before: Draft = seen
    ? { text: textOf(seen), ownerId: seen.ownerId, dueOn: seen.dueOn }
    : { text: '', ownerId: userId, dueOn: addDays(today, 7) };
  const draft = kept ?? before;
  const put = (changes: Partial<Draft>) => {
    setKept({ ...draft, ...(seen && { seen }), ...changes });
    setWrong(null);
  };
  const close = () => {
    if (draft.text.trim() === '') setKept(null);
    onClose();
  };
  const submit = async () => {
    const text = draft.text.trim();
    if (text === '') return setWrong('text');
    if (draft.dueOn === '') return setWrong('day');
    const { ownerId, dueOn } = draft;
    const stored = seen
      ? await edit(seen, changed(before, { text, ownerId, dueOn }))
      : await plan(opportunityId, [
          { id: newId(), templateId: null, text: { en: text }, side: 'partner', ownerId, dueOn },
        ]);
    if (!stored) return;
    setKept(null);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run(submit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and Ctrl+Enter work in any of its fields
    <form
      className={classes['form']}
      aria-label={obligation ? t('edit', { text: before.text }) : t('add')}
      noValidate
      inert={busy}
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(submit);
      }}
    >
      <TextInput
        className={classes['formText'] ?? ''}
        label={t('field.text')}
        required
        ref={first}
        autoComplete="off"
        maxLength={500}
        value={draft.text}
        error={wrong === 'text' && t('problem.text')}
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      <Select
        w={190}
        label={t('field.owner')}
        clearable
        placeholder={t('nobody')}
        value={draft.ownerId}
        data={people
          .map(({ id, name }) => ({ value: id, label: name }))
          .sort((a, b) => compare(a.label, b.label))}
        onChange={(ownerId) => put({ ownerId })}
      />
      <DayInput
        w={160}
        label={t('field.dueOn')}
        required
        value={draft.dueOn}
        error={wrong === 'day' && t('problem.day')}
        onChange={(dueOn) => put({ dueOn })}
      />
      <Group gap="xs" className={classes['formActions'] ?? ''}>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}

/** Another language's words would say something else than the new ones: they go. */
const changed = (before: Draft, after: Draft): ObligationChanges => ({
  ...(after.text === before.text ? {} : { text: { en: after.text } }),
  ...(after.ownerId === before.ownerId ? {} : { ownerId: after.ownerId }),
  ...(after.dueOn === before.dueOn ? {} : { dueOn: after.dueOn }),
});
