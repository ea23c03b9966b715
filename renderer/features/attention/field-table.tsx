import { ActionIcon, CopyButton, Textarea, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './attention.module.css';
import { serverValue, type ReadableField } from './readable-args';
import { useFieldName } from './use-field-name';

const shown = 30;

interface FieldTableProps {
  readonly fields: readonly ReadableField[];
  /** The same fields as edited so far. */
  readonly current: readonly ReadableField[];
  readonly server: readonly unknown[];
  readonly onChange: (field: ReadableField, value: string) => void;
}

/** What the person wrote, editable and easy to copy, beside what the vendor has. */
export function FieldTable({ fields, current, server, onChange }: FieldTableProps) {
  const { t } = useTranslation('attention');
  const nameOf = useFieldName();
  if (fields.length === 0) return null;
  const valueOf = ({ path }: ReadableField) =>
    current.find((each) => each.path.join('.') === path.join('.'))?.value ?? '';
  return (
    <table className={classes['fields']}>
      <thead>
        <tr>
          <th scope="col">{t('column.field')}</th>
          <th scope="col">{t('column.yours')}</th>
          <th scope="col">{t('column.server')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.slice(0, shown).map((field) => (
          <tr key={field.path.join('.')}>
            <th scope="row">{nameOf(field.name)}</th>
            <td>
              <span className={classes['yours']}>
                <Textarea
                  className={classes['text'] ?? ''}
                  autosize
                  minRows={1}
                  maxRows={8}
                  aria-label={nameOf(field.name)}
                  value={valueOf(field)}
                  onChange={(event) => onChange(field, event.currentTarget.value)}
                />
                <Copy value={valueOf(field)} />
              </span>
            </td>
            <td className={classes['server']}>{serverValue(server, field) ?? t('column.nothing')}</td>
          </tr>
        ))}
      </tbody>
      {fields.length > shown && (
        <tfoot>
          <tr>
            <td colSpan={3}>{t('moreFields', { count: fields.length - shown })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Copy({ value }: { readonly value: string }) {
  const { t } = useTranslation('attention');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('copied') : t('copy')}>
          <ActionIcon aria-label={t('copy')} onClick={copy}>
            {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
