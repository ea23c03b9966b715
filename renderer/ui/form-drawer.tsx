import { Button, Drawer } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form-drawer.module.css';
import { useOneAtATime } from './use-one-at-a-time';

interface FormDrawerProps {
  readonly opened: boolean;
  readonly title: string;
  readonly submitLabel: string;
  /** The form holds words from last time: says so and offers to start over. */
  readonly onStartOver?: (() => void) | undefined;
  readonly onClose: () => void;
  /** Resolves when it is done; until then the form takes nothing. */
  readonly onSubmit: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** A form beside the list it adds to. Closing keeps what was typed; Ctrl+Enter saves, once. */
export function FormDrawer({
  opened,
  title,
  submitLabel,
  onStartOver,
  onClose,
  onSubmit,
  children,
}: FormDrawerProps) {
  const { t } = useTranslation('forms');
  const { busy, run } = useOneAtATime();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(onSubmit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void run(onSubmit);
  };
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      onKeyDown={onKeyDown}
      position="right"
      size={440}
      transitionProps={{ duration: 120 }}
      classNames={{ content: classes['content'] ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <div className={classes['header']}>
          <Drawer.Title className={classes['title'] ?? ''}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('close')} />
        </div>
        <form className={classes['form']} onSubmit={submit} noValidate>
          <div className={classes['fields']} inert={busy}>
            {onStartOver && (
              <p className={classes['kept']}>
                <span>{t('draftKept')}</span>
                <Button variant="subtle" onClick={onStartOver}>
                  {t('startOver')}
                </Button>
              </p>
            )}
            {children}
          </div>
          <div className={classes['actions']}>
            <Button variant="default" onClick={onClose}>
              {t('later')}
            </Button>
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </div>
        </form>
      </Drawer.Content>
    </Drawer.Root>
  );
}
