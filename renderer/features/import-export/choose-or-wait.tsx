import { Button, Loader } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ChooseFile } from './choose-file';
import type { ImportError } from './use-import';
import classes from './import-export.module.css';

interface ChooseOrWaitProps {
  readonly error: ImportError | null;
  /** The name of the file that is being read. */
  readonly reading: string | null;
  readonly onChoose: (file: File) => void;
  readonly onCancel: () => void;
}

/** Before there is a table: choosing a file, waiting for it, and why it cannot be read. */
export function ChooseOrWait({ error, reading, onChoose, onCancel }: ChooseOrWaitProps) {
  const { t } = useTranslation('import-export');
  if (reading !== null) {
    return (
      <div className={classes['progress']}>
        <output className={classes['waiting']}>
          <Loader size={16} aria-hidden /> {t('reading', { name: reading })}
        </output>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {error && (
        <div className={classes['notice']}>
          <ErrorNotice
            title={t('error.title')}
            what={
              error.type === 'not-readable' && error.line > 0
                ? t('error.not-readable-line', { line: error.line })
                : t(`error.${error.type}`)
            }
            safe={t('error.safe')}
            todo={t(error.type === 'not-there' ? 'error.todoThere' : 'error.todo')}
          />
        </div>
      )}
      <EmptyState
        icon={IconFileImport}
        title={t('choose.title')}
        text={t('choose.text')}
        action={<ChooseFile onChoose={onChoose} />}
      />
    </>
  );
}
