import { Button, Kbd } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { useEditorTools } from '../editing/editor-tools';
import { useOpenQuote } from '../editing/open-quote';

/** What to do with a quote that has no lines. */
export function EmptyLines() {
  const { t } = useTranslation('quotes');
  const { focusAddBox } = useEditorTools();
  const { editable } = useOpenQuote();
  if (!editable) return null;
  return (
    <EmptyState
      icon={IconListSearch}
      title={t('emptyLines.title')}
      text={<Trans t={t} i18nKey="emptyLines.text" components={{ key: <Kbd /> }} />}
      action={<Button onClick={focusAddBox}>{t('emptyLines.action')}</Button>}
    />
  );
}
