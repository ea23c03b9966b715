import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadChoice, TableSource } from '../../workers/table-file';
import { encodings } from '../../workers/text-encoding';

interface SourceChoiceProps {
  readonly source: TableSource;
  readonly onChoose: (choice: Partial<ReadChoice>) => void;
}

/** Which sheet of a workbook, or which encoding of a text, was taken; where there is no choice there is nothing. */
export function SourceChoice({ source, onChoose }: SourceChoiceProps) {
  const { t } = useTranslation('import-export');
  if (source.type === 'text') {
    // What says itself that it is Unicode is nothing else.
    if (source.encoding === 'utf-8') return null;
    return (
      <Select
        label={t('source.encoding')}
        description={t('source.encodingHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={encodings.map((encoding) => ({ value: encoding, label: t(`source.${encoding}`) }))}
        allowDeselect={false}
        value={source.encoding}
        onChange={(encoding) => encoding && onChoose({ encoding })}
      />
    );
  }
  const { sheets, sheet } = source;
  if (sheets.length < 2) return null;
  return (
    <Select
      label={t('source.sheet')}
      data={sheets.map(({ number, name, isHidden }) => ({
        value: String(number),
        label: isHidden ? t('source.hidden', { name }) : name,
      }))}
      allowDeselect={false}
      searchable={sheets.length > 10}
      value={String(sheet)}
      onChange={(number) => number !== null && onChoose({ sheet: Number(number) })}
    />
  );
}
