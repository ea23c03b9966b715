import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { PreferencesProvider } from '../ui/preferences';
import { cssVariables, theme } from '../ui/theme';
import { LanguageProvider } from './language-provider';
import { AppBoundary } from './route-error';
import { SessionGate } from './session-gate';
import { UpdatePrompt } from './update-prompt';

export function App() {
  return (
    <StrictMode>
      <PreferencesProvider>
        <LanguageProvider>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
            <UpdatePrompt />
            <AppBoundary>
              <SessionGate />
            </AppBoundary>
          </MantineProvider>
        </LanguageProvider>
      </PreferencesProvider>
    </StrictMode>
  );
}
