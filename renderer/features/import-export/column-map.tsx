import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportKind } from '#shared/import-export/fields';
import type { FileFormats } from '#shared/import-export/file-formats';
import { cellText, type FileTable } from '#shared/import-export/table';
import type { Import } from './use-import';
import classes from './import-export.module.css';

interface ColumnMapProps {
  readonly kind: ImportKind;
  readonly job: Import;
}

/** Which column of the file says what, with what stands in it; guessed, and corrected by the person. */
export function ColumnMap({ kind, job }: ColumnMapProps) {
  const { t } = useTranslation('import-export');
  const { file, mapping, formats, map, setFormats } = job;
  if (!file) return null;
  const { table } = file;
  const columns = table.header.map((name, index) => ({
    value: String(index),
    label: name === '' ? t('columnNumber', { number: index + 1 }) : name,
  }));
  const hasDays = kind === 'opportunities';
  return (
    <section className={classes['mapping']} aria-label={t('columns')}>
      <h2 className={classes['heading']}>{t('columns')}</h2>
      <p className={classes['file']}>{t('file', { name: file.name, count: table.rows.length })}</p>
      {importFields[kind].map(({ key, required }) => (
        <Select
          key={key}
          label={t(`field.${key}` as 'field.name')}
          required={required}
          placeholder={t('notInFile')}
          description={sample(table, mapping[key])}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          searchable
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

/** The first texts of a column, to see what it is. */
const sample = ({ rows }: FileTable, column: number | undefined): string | undefined =>
  column === undefined
    ? undefined
    : rows
        .map(({ cells }) => cellText(cells[column]).trim())
        .filter(Boolean)
        .slice(0, 3)
        .join(' · ')
        .slice(0, 80);
