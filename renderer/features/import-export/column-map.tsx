import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportKind } from '#shared/import-export/fields';
import type { FileFormats } from '#shared/import-export/file-formats';
import type { OpenedTable } from '../../workers/table-desk';
import { SourceChoice } from './source-choice';
import type { Import } from './use-import';
import classes from './import-export.module.css';

interface ColumnMapProps {
  readonly kind: ImportKind;
  readonly job: Import;
}

/** Which column of the file says what, with what stands in it; guessed, and corrected by the person. */
export function ColumnMap({ kind, job }: ColumnMapProps) {
  const { t } = useTranslation('import-export');
  const { open, mapping, formats, map, setFormats } = job;
  if (!open) return null;
  const { file, table } = open;
  const columns = columnNames(table.header, (number) => t('columnNumber', { number }));
  const hasDays = kind === 'opportunities';
  return (
    <section className={classes['mapping']} aria-label={t('columns')}>
      <h2 className={classes['heading']}>{t('columns')}</h2>
      <p className={classes['file']}>{t('file', { name: file.name, count: table.count })}</p>
      <SourceChoice source={table.source} onChoose={(choice) => void job.reread(choice)} />
      {importFields[kind].map(({ key, required }) => (
        <Select
          key={key}
          label={t(`field.${key}` as 'field.name')}
          required={required}
          placeholder={t('notInFile')}
          description={sampleOf(table, mapping[key])}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          searchable
          limit={mostShown}
          nothingFoundMessage={t('noColumn')}
          data={columns}
          value={mapping[key] === undefined ? null : String(mapping[key])}
          onChange={(column) => map(key, column === null ? null : Number(column))}
        />
      ))}
      {hasDays && (
        <>
          <Select
            label={t('formats.decimal')}
            data={[
              { value: ',' as const, label: t('formats.comma') },
              { value: '.' as const, label: t('formats.point') },
            ]}
            allowDeselect={false}
            value={formats.decimal}
            onChange={(decimal: FileFormats['decimal'] | null) =>
              decimal && setFormats({ ...formats, decimal })
            }
          />
          <Select
            label={t('formats.days')}
            data={(['day-first', 'month-first'] as const).map((value) => ({
              value,
              label: t(`formats.${value}`),
            }))}
            allowDeselect={false}
            value={formats.days}
            onChange={(days: FileFormats['days'] | null) => days && setFormats({ ...formats, days })}
          />
        </>
      )}
    </section>
  );
}

const sampleOf = ({ samples }: OpenedTable, column: number | undefined): string | undefined =>
  column === undefined ? undefined : samples[column] || undefined;

/** More than this nobody reads through; typing narrows them. */
const mostShown = 200;

/** Columns to choose from; those without a name, and those of one name, say which they are. */
function columnNames(header: readonly string[], numbered: (number: number) => string) {
  const times = new Map<string, number>();
  for (const name of header) times.set(name, (times.get(name) ?? 0) + 1);
  return header.map((name, at) => {
    const number = numbered(at + 1);
    const label = name === '' ? number : (times.get(name) ?? 0) > 1 ? `${name} (${number})` : name;
    return { value: String(at), label };
  });
}
