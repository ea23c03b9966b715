import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../db/rows';
import { useWorkText } from '../../records/use-work-text';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { SectionEmpty } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';

const shown = 200;

/** Every piece of work the vendor has not confirmed, in words, in the order it will arrive. */
export function WaitingTable({ outbox }: { readonly outbox: readonly OutboxRow[] }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const textOf = useWorkText();
  return (
    <>
      <PlainTable
        label={t('waiting.title')}
        rows={outbox.slice(0, shown)}
        rowKey={({ seq }) => String(seq)}
        columns={[
          { key: 'what', title: t('waiting.what'), render: textOf },
          {
            key: 'when',
            title: t('waiting.when'),
            width: '200px',
            render: ({ capturedAt }) => formats.instant(capturedAt),
          },
          {
            key: 'state',
            title: t('waiting.state'),
            width: '180px',
            render: ({ state }) => <SyncMark state={state === 'waiting' ? 'saved-here' : 'sent'} />,
          },
        ]}
      />
      {outbox.length > shown && (
        <SectionEmpty>{t('waiting.more', { count: outbox.length - shown })}</SectionEmpty>
      )}
    </>
  );
}
