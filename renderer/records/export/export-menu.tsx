import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFileSpreadsheet, IconFileTypeCsv, IconFileImport } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportKind } from '#shared/import-export/fields';
import type { TableExport } from './table-export';
import { useWriteTable } from './use-write-table';

interface ExportMenuProps {
  /** What the list shows now, narrowed as it is; the first is the list itself. */
  readonly exports: readonly TableExport[];
  readonly imports: readonly ImportKind[];
}

/** Takes what a list shows along as a file, and leads to bringing files in. */
export function ExportMenu({ exports, imports }: ExportMenuProps) {
  const { t } = useTranslation('import-export');
  const navigate = useNavigate();
  const write = useWriteTable();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {exports.map((each) => (
          <Fragment key={each.name}>
            <Menu.Label>{t('export', { name: each.name })}</Menu.Label>
            <Menu.Item
              leftSection={<IconFileTypeCsv size={15} aria-hidden />}
              onClick={() => void write(each, 'csv')}
            >
              {t('exportCsv')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
              onClick={() => void write(each, 'xlsx')}
            >
              {t('exportXlsx')}
            </Menu.Item>
          </Fragment>
        ))}
        <Menu.Label>{t('bringIn')}</Menu.Label>
        {imports.map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<IconFileImport size={15} aria-hidden />}
            onClick={() => void navigate(`/import/${kind}`)}
          >
            {t(`of.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
