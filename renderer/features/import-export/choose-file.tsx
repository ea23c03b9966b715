import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './import-export.module.css';

/** Takes a file by button or dropped upon it. */
export function ChooseFile({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const { t } = useTranslation('import-export');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onChoose(file);
  };
  return (
    <div
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        inputProps={{ 'aria-label': t('choose.button') }}
        onChange={(file) => file && onChoose(file)}
      >
        {(props) => (
          <Button {...props} leftSection={<IconUpload size={15} aria-hidden />}>
            {t('choose.button')}
          </Button>
        )}
      </FileButton>
      <p className={classes['hint']}>{t('choose.drop')}</p>
    </div>
  );
}
