import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Conversation } from '../../../records/conversation/conversation';
import { conversationKeyText } from '../../../records/conversation/unread';
import { UnreadMark } from '../../../records/conversation/unread-mark';
import { useUnread } from '../../../records/conversation/use-unread';
import { useOpenQuote } from '../editing/open-quote';
import { LinePanel } from './line-panel';
import { NotesPanel } from './notes-panel';
import classes from './panel.module.css';
import { TotalsPanel } from './totals-panel';

export const panelTabs = ['line', 'totals', 'notes', 'conversation'] as const;
export type PanelTab = (typeof panelTabs)[number];

export function SidePanel({
  tab,
  onTab,
}: {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
}) {
  const { t } = useTranslation('quotes');
  const { quote, customerView } = useOpenQuote();
  const about = { type: 'quote', id: quote.id } as const;
  const unread = useUnread().get(conversationKeyText(about));
  const shown = panelTabs.filter((value) => value !== 'conversation' || !customerView);
  return (
    <Tabs
      value={shown.includes(tab) ? tab : 'line'}
      onChange={(value) => onTab(panelTabs.find((known) => known === value) ?? 'line')}
      keepMounted={false}
      className={classes['tabs'] ?? ''}
    >
      <Tabs.List className={classes['tabList'] ?? ''}>
        {shown.map((value) => (
          <Tabs.Tab key={value} value={value}>
            {t(`panel.${value}`)}
            {value === 'conversation' && <UnreadMark count={unread} />}
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
      <Tabs.Panel value="conversation" className={classes['conversation'] ?? ''}>
        <Conversation about={about} />
      </Tabs.Panel>
    </Tabs>
  );
}
