import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EditConflict, MergedType } from '#shared/domain/deal/edit-conflict';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { useConflictWords } from './use-conflict-words';
import { useConflicts } from './use-conflicts';

const shown = 20;

/** SY-14: what two people once gave different values, and which of them was taken. Both stay readable. Nothing while there was nothing. */
export function SettledConflicts({
  type,
  ids,
}: {
  readonly type: MergedType;
  readonly ids: readonly string[];
}) {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  const words = useConflictWords();
  const settled = useConflicts(type, ids)?.settled ?? [];
  if (settled.length === 0) return null;
  const rows = settled
    .slice(0, shown)
    .flatMap((conflict) =>
      conflict.both.map((both, at) => ({ conflict, both, took: conflict.settled?.took[at] ?? 'kept', at })),
    );
  const left = ({ both, took }: (typeof rows)[number]) =>
    words.value(both, took === 'kept' ? both.other : both.kept);
  const by = (conflict: EditConflict) => words.person(conflict.settled?.by ?? null);
  return (
    <Section title={t('settledTitle')} count={settled.length}>
      <PlainTable
        label={t('settledTitle')}
        rows={rows}
        rowKey={({ conflict, at }) => `${conflict.id} ${String(at)}`}
        columns={[
          {
            key: 'field',
            title: t('column.field'),
            width: '170px',
            render: ({ conflict, both }) => <Link to={`/conflicts/${conflict.id}`}>{words.field(both)}</Link>,
          },
          {
            key: 'taken',
            title: t('column.taken'),
            render: ({ both, took }) => words.value(both, both[took]),
          },
          { key: 'left', title: t('column.notTaken'), render: left },
          { key: 'by', title: t('column.by'), width: '160px', render: ({ conflict }) => by(conflict) },
          {
            key: 'when',
            title: t('column.when'),
            width: '170px',
            render: ({ conflict }) => conflict.settled && formats.instant(conflict.settled.at),
          },
        ]}
      />
    </Section>
  );
}
