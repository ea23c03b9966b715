import { Modal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** `wide`: a table to work in. */
  readonly size?: 'md' | 'lg' | 'wide';
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A question or a list over the screen. Its head is no page header: a screen reader has one of those already. */
export function Dialog({ opened, onClose, title, size = 'md', onKeyDown, children }: DialogProps) {
  const { t } = useTranslation('forms');
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size === 'wide' ? 1180 : size}
      {...(onKeyDown ? { onKeyDown } : {})}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes['head']}>
          <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
