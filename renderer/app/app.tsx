import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { PreferencesProvider } from '../ui/preferences';
import { cssVariables, theme } from '../ui/theme';
import { LanguageProvider } from './language-provider';
import { SessionGate } from './session-gate';
import { UpdatePrompt } from './update-prompt';

export function App() {
  return (
    <StrictMode>
      <PreferencesProvider>
        <LanguageProvider>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
            <Notifications position="bottom-right" limit={4} containerWidth={380} />
            <UpdatePrompt />
            <SessionGate />
          </MantineProvider>
        </LanguageProvider>
      </PreferencesProvider>
    </StrictMode>
  );
}
