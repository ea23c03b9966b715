import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './attention.module.css';

/** SY-16: the name under which the vendor finds what went wrong there. */
export function ServerReference({ reference }: { readonly reference: string }) {
  const { t } = useTranslation('attention');
  return (
    <p className={classes['reference']}>
      <span>{t('reference')}</span>
      <code>{reference}</code>
      <CopyButton value={reference}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('copied') : t('copyReference')}
          </Button>
        )}
      </CopyButton>
    </p>
  );
}
