import { Alert, Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceDraft } from '#shared/protocol/vendor-price-book';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { useFormats } from '../../../ui/formats';
import { useNow } from '../../../ui/use-now';
import { useDeskAction } from '../use-desk-action';
import { sendCancel, sendPublish } from './desk-price-books-api';

interface PublishDraftProps {
  readonly draft: PriceDraft;
  /** Nobody has decided on it, or it is scheduled. */
  readonly waits: boolean;
  /** Products of the version that counts now which the list does not have: nobody can quote them afterwards. */
  readonly removed: number;
  readonly refresh: () => Promise<void>;
}

/** When it counts: now, at a time, or never; and what of the file was left out. */
export function PublishDraft({ draft, waits, removed, refresh }: PublishDraftProps) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const { busy, run } = useDeskAction();
  const [later, setLater] = useState(false);
  const [time, setTime] = useState('');
  const at = later && time !== '' ? new Date(time) : null;
  const now = useNow();
  const isPast = at !== null && at <= now;
  const publish = async (): Promise<void> => {
    const when = at?.toISOString() ?? null;
    await run(() => sendPublish((path, init) => fetch(path, init), draft.bookId, draft.id, when));
    await refresh();
  };
  const cancel = async (): Promise<void> => {
    await run(() => sendCancel((path, init) => fetch(path, init), draft.bookId, draft.id));
    await refresh();
  };
  return (
    <>
      {waits && (
        <FieldGroup title={t('books.publishTitle')}>
          <Stack gap="sm">
            {removed > 0 && (
              <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
                {t('books.removes', { count: removed })}
              </Alert>
            )}
            <Checkbox
              label={t('books.atTime')}
              checked={later}
              onChange={(event) => setLater(event.currentTarget.checked)}
            />
            {later && (
              <TextInput
                type="datetime-local"
                label={t('books.time')}
                description={t('books.timeHint')}
                value={time}
                error={isPast && t('books.past')}
                onChange={(event) => setTime(event.currentTarget.value)}
              />
            )}
            <Button loading={busy} disabled={later && (at === null || isPast)} onClick={() => void publish()}>
              {later ? t('books.schedule') : t('books.publishNow')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => void cancel()}>
              {t('books.giveUp')}
            </Button>
          </Stack>
        </FieldGroup>
      )}
      <FieldGroup title={t('books.facts')}>
        <ReadOnlyRow label={t('books.rows')}>{formats.number(draft.rows)}</ReadOnlyRow>
        <ReadOnlyRow label={t('books.by')}>{draft.createdBy}</ReadOnlyRow>
        <ReadOnlyRow label={t('books.importedAt')}>{formats.instant(draft.createdAt)}</ReadOnlyRow>
        {draft.note !== '' && <ReadOnlyRow label={t('books.note')}>{draft.note}</ReadOnlyRow>}
      </FieldGroup>
      {draft.badCount > 0 && (
        <FieldGroup title={t('books.leftOut', { count: draft.badCount })}>
          {draft.badRows.slice(0, 20).map(({ line, column, value, reason }) => (
            <ReadOnlyRow key={line} label={t('books.line', { line: formats.number(line) })}>
              {t(`books.rowProblem.${reason}` as 'books.rowProblem.sku-missing', { defaultValue: reason })}
              {value !== '' && ` (${column}: ${value})`}
            </ReadOnlyRow>
          ))}
        </FieldGroup>
      )}
    </>
  );
}
