import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { RememberedScope, useRemembered } from './use-remembered';

export type Density = 'compact' | 'comfortable';

interface Preferences {
  /** null: the person's own language, else the system's. */
  readonly language: string | null;
  readonly density: Density;
  readonly setLanguage: (language: string | null) => void;
  readonly setDensity: (density: Density) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

/** How this device likes its screens; the same for everyone who signs in on it. The colour scheme is kept by Mantine. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  return (
    <RememberedScope value="device">
      <Provider>{children}</Provider>
    </RememberedScope>
  );
}

function Provider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useRemembered<string | null>('language', null);
  const [density, setDensity] = useRemembered<Density>('density', 'compact');
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  const value = useMemo(
    () => ({ language, density, setLanguage, setDensity }),
    [language, density, setLanguage, setDensity],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences outside PreferencesProvider');
  return preferences;
}
