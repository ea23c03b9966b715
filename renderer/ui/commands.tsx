import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { IconComponent } from './icon';
import { handleShortcut } from './shortcuts';

/** Something a person can do here. The palette lists it; its shortcut works anywhere while it is registered. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** The heading it stands under in the palette and in the list of shortcuts. */
  readonly group: string;
  /** Mantine hotkey syntax, "mod+K"; two keys one after the other are written with a space, "g q". */
  readonly shortcut?: string | undefined;
  readonly icon?: IconComponent | undefined;
  readonly run: () => void;
}

interface Registry {
  readonly sets: readonly (readonly Command[])[];
}

const CommandRegistry = createContext<StoreApi<Registry> | null>(null);

function useRegistry(): StoreApi<Registry> {
  const registry = useContext(CommandRegistry);
  if (!registry) throw new Error('useCommands outside CommandsProvider');
  return registry;
}

export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(() => createStore<Registry>(() => ({ sets: [] })));
  useEffect(() => {
    let firstKey: string | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      firstKey = handleShortcut(event, firstKey, commandsIn(registry.getState()));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  return <CommandRegistry value={registry}>{children}</CommandRegistry>;
}

/** The later a screen registered, the nearer it is to the person: its commands come first and win a shared shortcut. */
function commandsIn({ sets }: Registry): readonly Command[] {
  const byId = new Map<string, Command>();
  for (const set of sets.toReversed()) {
    for (const command of set) if (!byId.has(command.id)) byId.set(command.id, command);
  }
  return [...byId.values()];
}

/** Registers commands while the component is mounted. Keep the array stable with useMemo. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useRegistry();
  useEffect(() => {
    registry.setState(({ sets }) => ({ sets: [...sets, commands] }));
    return () => registry.setState(({ sets }) => ({ sets: sets.filter((set) => set !== commands) }));
  }, [registry, commands]);
}

/** Every command registered now, nearest first. */
export function useAllCommands(): readonly Command[] {
  const state = useStore(useRegistry());
  return useMemo(() => commandsIn(state), [state]);
}

/** Commands under their headings, both in the order given. */
export function commandsByGroup(
  commands: readonly Command[],
): readonly { readonly group: string; readonly commands: readonly Command[] }[] {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.map((group) => ({ group, commands: commands.filter((each) => each.group === group) }));
}
