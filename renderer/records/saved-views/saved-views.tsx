import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { IconBookmark, IconCheck, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#shared/domain/deal/saved-view';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useUndo } from '../../ui/use-undo';
import { useSave } from '../use-save';
import classes from './saved-views.module.css';

interface SavedViewsProps {
  readonly list: SavedView['list'];
  /** How the list is looked at now, as it stands in the address. */
  readonly query: string;
  readonly onOpen: (query: string) => void;
}

/** A person's own ways of looking at a list, by name, on all their devices: opened, kept, changed, removed. */
export function SavedViews({ list, query, onOpen }: SavedViewsProps) {
  const { t } = useTranslation('records');
  const { session } = useClient();
  const { compare } = useFormats();
  const save = useSave();
  const undoable = useUndo();
  const { busy, run } = useOneAtATime();
  const [name, setName] = useState('');
  const views = (useRecords('savedView') ?? [])
    .filter((view) => view.list === list && view.ownerId === session.userId)
    .toSorted((a, b) => compare(a.name, b.name));
  const current = views.find((view) => view.query === query);
  const keep = (view: Pick<SavedView, 'id' | 'name' | 'query'>) => save('saveView', { list, ...view });
  const submit = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    const same = views.find((view) => view.name === wanted);
    if (await keep({ id: same?.id ?? newId(), name: wanted, query })) setName('');
  };
  const remove = ({ id, name: removed, query: was }: SavedView) =>
    undoable(save('removeView', { id }), {
      text: t('views.removed', { name: removed }),
      undo: () => keep({ id: newId(), name: removed, query: was }),
    });
  return (
    <Menu position="bottom-start" shadow="md" closeOnItemClick={false} width={300}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={15} aria-hidden />}
          className={classes['button'] ?? ''}
        >
          <span className={classes['name']}>{current?.name ?? t('views.title')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 && <p className={classes['none']}>{t('views.none')}</p>}
        {views.map((view) => (
          <div key={view.id} className={classes['view']}>
            <Menu.Item
              className={classes['open'] ?? ''}
              closeMenuOnClick
              leftSection={
                view === current ? (
                  <IconCheck size={14} aria-hidden />
                ) : (
                  <span className={classes['unmarked']} />
                )
              }
              {...(view === current ? { 'aria-current': true } : {})}
              onClick={() => onOpen(view.query)}
            >
              {view.name}
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => void remove(view)}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Menu.Divider />
        <form
          className={classes['form']}
          inert={busy}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void run(submit);
          }}
        >
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              label={t('views.keep')}
              placeholder={t('views.name')}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.currentTarget.value)}
              // The menu would take letters for its own search.
              onKeyDown={(event) => event.stopPropagation()}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {t('views.save')}
            </Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
