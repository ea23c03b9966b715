import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinePanel } from './line-panel';
import { NotesPanel } from './notes-panel';
import classes from './panel.module.css';
import { TotalsPanel } from './totals-panel';

export const panelTabs = ['line', 'totals', 'notes'] as const;
export type PanelTab = (typeof panelTabs)[number];

export function SidePanel({
  tab,
  onTab,
}: {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
}) {
  const { t } = useTranslation('quotes');
  return (
    <Tabs
      value={tab}
      onChange={(value) => onTab(panelTabs.find((known) => known === value) ?? 'line')}
      keepMounted={false}
      className={classes['tabs'] ?? ''}
    >
      <Tabs.List className={classes['tabList'] ?? ''}>
        {panelTabs.map((value) => (
          <Tabs.Tab key={value} value={value}>
            {t(`panel.${value}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="line">
        <LinePanel />
      </Tabs.Panel>
      <Tabs.Panel value="totals">
        <TotalsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <NotesPanel />
      </Tabs.Panel>
    </Tabs>
  );
}
