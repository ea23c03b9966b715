import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { createI18n, systemLanguage } from '../i18n/i18n';
import { pseudoLanguage } from '../i18n/pseudo';
import { CommandsProvider } from '../ui/commands';
import { cssVariables, theme } from '../ui/theme';
import { createRouter } from './router';

export function App() {
  const [i18n] = useState(() =>
    createI18n(
      new URLSearchParams(location.search).has('pseudo')
        ? pseudoLanguage
        : systemLanguage(navigator.languages),
    ),
  );
  const [router] = useState(createRouter);
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notifications position="bottom-right" limit={4} />
        <CommandsProvider>
          <RouterProvider router={router} />
        </CommandsProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
