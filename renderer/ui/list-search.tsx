import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from './commands';

/** Searches within a list; "/" leads to it from anywhere on the screen, Escape empties it. */
export function ListSearch({
  value,
  placeholder,
  onChange,
}: {
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation('forms');
  const input = useRef<HTMLInputElement>(null);
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'search-list',
        title: t('searchList'),
        group: t('listGroup'),
        shortcut: '/',
        icon: IconSearch,
        run: () => input.current?.focus(),
      },
    ],
    [t],
  );
  useCommands(commands);
  return (
    <TextInput
      ref={input}
      w={240}
      value={value}
      placeholder={placeholder}
      aria-label={placeholder}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="xs" aria-label={t('clearSearch')} onClick={() => onChange('')} />
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          onChange('');
        }
      }}
    />
  );
}
