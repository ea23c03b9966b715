import { StrictMode } from 'react';
import { PreferencesProvider } from '../ui/preferences';
import { LanguageProvider } from './language-provider';
import { AppBoundary } from './route-error';
import { SessionGate } from './session-gate';
import { Themed } from './themed';
import { UpdatePrompt } from './update-prompt';

export function App() {
  return (
    <StrictMode>
      <PreferencesProvider>
        <LanguageProvider>
          <Themed>
            <UpdatePrompt />
            <AppBoundary>
              <SessionGate />
            </AppBoundary>
          </Themed>
        </LanguageProvider>
      </PreferencesProvider>
    </StrictMode>
  );
}
