import { ActionIcon, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceFactsSchema } from '#shared/protocol/devices';
import classes from './settings.module.css';

const nameSchema = deviceFactsSchema.shape.name;

interface DeviceNameProps {
  readonly name: string;
  /** Resolves to false when it could not be stored: the text then stays in the field. */
  readonly onRename: (name: string) => Promise<boolean>;
}

/** A device's name, renamed where it stands: Enter or leaving saves, Escape restores. */
export function DeviceName({ name, onRename }: DeviceNameProps) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  const save = async (): Promise<void> => {
    if (draft === null) return;
    const read = nameSchema.safeParse(draft);
    // An emptied name is no name: the old one stays.
    if (!read.success || read.data === name) return setDraft(null);
    const stored = await onRename(read.data);
    setFailed(!stored);
    if (stored) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setFailed(false);
    setDraft(null);
  };

  if (draft !== null) {
    return (
      <TextInput
        size="xs"
        aria-label={t('devices.nameOf', { name })}
        value={draft}
        maxLength={80}
        error={failed && t('devices.notRenamed')}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        ref={(input) => input?.focus()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
    );
  }
  return (
    <span className={classes['deviceName']}>
      <span title={name}>{name}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('devices.rename', { name })}
        onClick={() => setDraft(name)}
      >
        <IconPencil size={14} stroke={1.8} aria-hidden />
      </ActionIcon>
    </span>
  );
}
