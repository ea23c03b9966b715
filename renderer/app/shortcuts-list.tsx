import { useTranslation } from 'react-i18next';
import { commandsByGroup, useAllCommands } from '../ui/commands';
import { Dialog } from '../ui/dialog';
import { ShortcutKeys } from '../ui/shortcut-keys';
import classes from './shortcuts-list.module.css';

interface ShortcutsListProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every shortcut that works on the open screen. */
export function ShortcutsList({ opened, onClose }: ShortcutsListProps) {
  const { t } = useTranslation('app');
  const groups = commandsByGroup(useAllCommands().filter(({ shortcut }) => shortcut !== undefined));
  return (
    <Dialog opened={opened} onClose={onClose} title={t('commands.shortcuts')} size="lg">
      <div className={classes['groups']}>
        {groups.map(({ group, commands }) => (
          <section key={group}>
            <h3 className={classes['title']}>{group}</h3>
            <dl className={classes['list']}>
              {commands.map(({ id, title, shortcut }) => (
                <div key={id} className={classes['item']}>
                  <dt>{title}</dt>
                  <dd>{shortcut && <ShortcutKeys shortcut={shortcut} />}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
