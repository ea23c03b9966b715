import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesText } from '#shared/lib/match-text';
import { commandsByGroup, useAllCommands } from '../ui/commands';
import { ShortcutKeys } from '../ui/shortcut-keys';
import classes from './command-palette.module.css';
import type { PaletteEntry, PaletteGroup } from './palette-group';
import { usePaletteProducts } from './use-palette-products';
import { usePaletteRecords } from './use-palette-records';

/** For the scroll area inside, whose properties the list's type leaves out: what scrolls can be reached by keyboard. */
const reachable = { viewportProps: { tabIndex: 0 } };

/** Ctrl+K: everything one can do here, and everything one can open, by any words of its name. */
export function CommandPalette() {
  const { t } = useTranslation('app');
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState(false);
  const groups = [
    ...useCommandGroups(query),
    ...usePaletteRecords(opened ? query : ''),
    ...usePaletteProducts(opened ? query : ''),
  ].filter(({ entries }) => entries.length > 0);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
      size={620}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      attributes={{ content: { 'aria-label': t('search') } }}
      overlayProps={{ backgroundOpacity: 0.35 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('search')}
        leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList {...reachable}>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.title} label={group.title}>
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t('palette.nothing', { query })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Entry({ entry }: { readonly entry: PaletteEntry }) {
  const { icon: Icon, label, detail, shortcut } = entry;
  return (
    <Spotlight.Action onClick={entry.run}>
      <span className={classes['entry']}>
        <span className={classes['icon']}>{Icon && <Icon size={16} stroke={1.7} aria-hidden />}</span>
        <span className={classes['label']}>{label}</span>
        {detail && <span className={classes['detail']}>{detail}</span>}
        {shortcut && <ShortcutKeys shortcut={shortcut} />}
      </span>
    </Spotlight.Action>
  );
}

/** Registered commands under their headings; the screen's own before the frame's. What has two shortcuts is listed once. */
function useCommandGroups(query: string): readonly PaletteGroup[] {
  const matching = useAllCommands().filter(
    ({ id, title, group }, index, all) =>
      id !== 'search' &&
      matchesText(query, [title, group]) &&
      all.findIndex((other) => other.title === title && other.group === group) === index,
  );
  return commandsByGroup(matching).map(({ group, commands }) => ({
    title: group,
    entries: commands.map((command) => ({ ...command, label: command.title })),
  }));
}
