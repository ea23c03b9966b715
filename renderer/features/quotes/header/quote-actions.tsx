import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCopy,
  IconDots,
  IconFileText,
  IconLayoutSidebarRight,
  IconPresentation,
  IconShoppingCart,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecords } from '../../../client/hooks';
import type { IconComponent } from '../../../ui/icon';
import { ShortcutKeys } from '../../../ui/shortcut-keys';
import { useOpenQuote } from '../editing/open-quote';
import { PlaceOrderDrawer } from '../order/place-order-drawer';
import { nextSteps, type NextStep } from './next-steps';
import { SaveState } from './save-state';

const stepIcons: Readonly<Record<NextStep, IconComponent>> = {
  present: IconPresentation,
  accept: IconCircleCheck,
  order: IconShoppingCart,
  reject: IconX,
  revise: IconArrowBackUp,
};

/** What can be done with the quote as a whole: the likeliest next step as the button, the others behind the dots. */
export function QuoteActions({
  onClone,
  panelOpen,
  onTogglePanel,
}: {
  readonly onClone: () => void;
  readonly panelOpen: boolean;
  readonly onTogglePanel: () => void;
}) {
  const { t } = useTranslation('quotes');
  const { quote, editor } = useOpenQuote();
  const [ordering, setOrdering] = useState(false);
  const orders = useRecords('order');
  const order = orders?.find(({ quoteId }) => quoteId === quote.id);
  const steps = nextSteps(quote.state);
  const [first] = steps;

  const take = async (step: NextStep): Promise<void> => {
    if (!(await editor.storeFirst())) return;
    if (step === 'order') return setOrdering(true);
    const to = { present: 'presented', accept: 'accepted', reject: 'rejected', revise: 'draft' } as const;
    editor.commit({ name: 'changeQuoteState', args: { id: quote.id, to: to[step] } });
  };
  const iconOf = (step: NextStep) => {
    const Icon = stepIcons[step];
    return <Icon size={15} stroke={1.8} aria-hidden />;
  };
  return (
    <>
      <SaveState />
      <Button
        component={Link}
        to={`/quotes/${quote.id}/proposal`}
        variant="default"
        leftSection={<IconFileText size={15} stroke={1.8} aria-hidden />}
      >
        {t('command.proposal')}
      </Button>
      {order && (
        <Button component={Link} to={`/orders/${order.id}`} leftSection={iconOf('order')}>
          {t('openOrder')}
        </Button>
      )}
      {first && (
        <Button leftSection={iconOf(first)} onClick={() => void take(first)}>
          {t(`next.${first}`)}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('moreActions')}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {steps.slice(1).map((step) => (
            <Menu.Item key={step} leftSection={iconOf(step)} onClick={() => void take(step)}>
              {step === 'revise' ? t('next.reviseTo', { count: quote.revision + 1 }) : t(`next.${step}`)}
            </Menu.Item>
          ))}
          {steps.length > 1 && <Menu.Divider />}
          <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={onClone}>
            {t('command.clone')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tooltip
        label={
          <>
            {t('command.panel')} <ShortcutKeys shortcut="]" />
          </>
        }
      >
        <ActionIcon aria-label={t('command.panel')} aria-pressed={panelOpen} onClick={onTogglePanel}>
          <IconLayoutSidebarRight size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {ordering && <PlaceOrderDrawer opened onClose={() => setOrdering(false)} />}
    </>
  );
}
