import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '#shared/domain/deal/obligation';
import { useRecordState } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { SyncMark } from '../../ui/sync-mark';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useNames } from '../use-names';
import { useObligationCommands } from './commands';
import { EarlierNotes } from './earlier-notes';
import { ObligationBadge } from './obligation-badge';
import { ObligationForm } from './obligation-form';
import classes from './obligations.module.css';
import { useObligationText } from './use-obligation-text';

/** One step: its tick, what, whose, until when. The vendor's are only read. */
export function ObligationItem({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const formats = useFormats();
  const personName = useNames('person');
  const state = useRecordState('obligation', obligation.id);
  const textOf = useObligationText();
  const { complete, reopen, remove } = useObligationCommands();
  const [mode, setMode] = useState<'read' | 'edit' | 'finish'>('read');
  const { side, ownerId, dueOn, done, escalation } = obligation;
  const text = textOf(obligation);
  const own = side === 'partner';
  if (mode === 'edit') {
    return (
      <ObligationForm
        opportunityId={obligation.opportunityId}
        obligation={obligation}
        onClose={() => setMode('read')}
      />
    );
  }
  const who = own ? (ownerId === null ? t('nobody') : (personName(ownerId) ?? t('somebody'))) : t('vendor');
  return (
    <div className={classes['item']}>
      <Checkbox
        className={classes['tick'] ?? ''}
        checked={done !== null || mode === 'finish'}
        disabled={!own}
        aria-label={t('complete', { text })}
        onChange={(event) => {
          if (done) void reopen(obligation);
          else setMode(event.currentTarget.checked ? 'finish' : 'read');
        }}
      />
      <div className={classes['words']}>
        <div className={classes['text']} data-done={done !== null || undefined}>
          {text}
        </div>
        <div className={classes['quiet']}>
          {done
            ? t('doneBy', { name: done.by || who, when: formats.instant(done.at) })
            : `${who} \u00b7 ${t('due', { day: formats.day(dueOn) })}`}
        </div>
        {done && done.note !== '' && <div className={classes['note']}>{done.note}</div>}
        <EarlierNotes obligation={obligation} />
        {!done && escalation && (
          <div className={classes['escalated']}>
            {t('escalated', { count: escalation.level, when: formats.instant(escalation.at) })}
          </div>
        )}
        {mode === 'finish' && (
          <Finish
            text={text}
            onClose={() => setMode('read')}
            onDone={async (note) => {
              if (await complete(obligation, note)) setMode('read');
            }}
          />
        )}
      </div>
      <div className={classes['state']}>
        {state !== 'accepted' && <SyncMark compact state={state} />}
        <ObligationBadge obligation={obligation} />
        {own && !done && (
          <span className={classes['tools']}>
            <ActionIcon variant="subtle" aria-label={t('edit', { text })} onClick={() => setMode('edit')}>
              <IconPencil size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={t('remove', { text })}
              onClick={() => void remove(obligation)}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
    </div>
  );
}

interface FinishProps {
  readonly text: string;
  readonly onClose: () => void;
  readonly onDone: (note: string) => Promise<void>;
}

/** A word about how it was done, or none; Enter finishes. */
function Finish({ text, onClose, onDone }: FinishProps) {
  const { t } = useTranslation('obligations');
  const { busy, run } = useOneAtATime();
  const [note, setNote] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={classes['finish']}
      inert={busy}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(() => onDone(note.trim()));
      }}
    >
      <TextInput
        className={classes['formText'] ?? ''}
        aria-label={t('noteOn', { text })}
        placeholder={t('note')}
        ref={field}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <Button type="submit" loading={busy}>
        {t('finish')}
      </Button>
    </form>
  );
}
