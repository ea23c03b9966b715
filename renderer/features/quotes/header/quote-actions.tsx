import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconCircleCheck,
  IconCopy,
  IconDots,
  IconFileText,
  IconGitCompare,
  IconHourglass,
  IconLayoutSidebarRight,
  IconPresentation,
  IconRoute,
  IconShoppingCart,
  IconTags,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecords } from '../../../client/hooks';
import type { IconComponent } from '../../../ui/icon';
import { ShortcutKeys } from '../../../ui/shortcut-keys';
import { useOpenQuote } from '../editing/open-quote';
import { useLifecycle } from '../editing/use-lifecycle';
import { usePolicy } from '../editing/policy';
import { PlaceOrderDrawer } from '../order/place-order-drawer';
import { nextSteps, type NextStep } from './next-steps';
import { SaveState } from './save-state';

const stepIcons: Readonly<Record<NextStep, IconComponent>> = {
  approve: IconCheck,
  present: IconPresentation,
  ask: IconHourglass,
  request: IconHourglass,
  accept: IconCircleCheck,
  order: IconShoppingCart,
  reject: IconX,
  revise: IconArrowBackUp,
};
const iconOf = (step: NextStep) => {
  const Icon = stepIcons[step];
  return <Icon size={15} stroke={1.8} aria-hidden />;
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
  const { t } = useTranslation(['quotes', 'configurator', 'approvals']);
  const { quote, customerView } = useOpenQuote();
  const { verdict } = usePolicy();
  const lifecycle = useLifecycle();
  const [ordering, setOrdering] = useState(false);
  const orders = useRecords('order');
  const order = orders?.find(({ quoteId }) => quoteId === quote.id);
  const steps = nextSteps(quote.state, verdict);
  // A draft that may not go out keeps its button, dead, and the bar over the lines says why.
  const stopped = quote.state === 'draft' && (verdict === 'blocked' || verdict === 'unknown');
  // QUO-5: that somebody must agree to the price first is not the customer's business.
  const ours = steps[0] === 'ask' || steps[0] === 'request' || stopped;
  const first = customerView && ours ? undefined : steps[0];

  const take = (step: Exclude<NextStep, 'ask' | 'request'>): void => {
    const run = {
      approve: lifecycle.approve,
      present: lifecycle.present,
      accept: () => lifecycle.move('accepted'),
      reject: () => lifecycle.move('rejected'),
      revise: lifecycle.revise,
      order: () => setOrdering(true),
    };
    void run[step]();
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
      {first &&
        (first === 'ask' || first === 'request' ? (
          <Button component={Link} to={`/quotes/${quote.id}/approval`} leftSection={iconOf(first)}>
            {t(`next.${first}`)}
          </Button>
        ) : (
          <Tooltip
            label={t(`policy.why.${verdict === 'unknown' ? 'unknown' : 'blocked'}`)}
            disabled={!stopped}
          >
            <Button
              leftSection={iconOf(first)}
              {...(stopped ? { 'data-disabled': true } : {})}
              aria-disabled={stopped}
              onClick={(event) => {
                // The next step stands where this one stood: the second half of a double click does not mean it.
                if (!stopped && event.detail <= 1) take(first);
              }}
            >
              {t(`next.${first}`)}
            </Button>
          </Tooltip>
        ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('moreActions')}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {steps.slice(1).map((step) =>
            step === 'ask' || step === 'request' ? null : (
              <Menu.Item key={step} leftSection={iconOf(step)} onClick={() => take(step)}>
                {step === 'revise' ? t('next.reviseTo', { count: quote.revision + 1 }) : t(`next.${step}`)}
              </Menu.Item>
            ),
          )}
          {steps.length > 1 && <Menu.Divider />}
          {quote.revision > 1 && (
            <Menu.Item
              component={Link}
              to={`/quotes/${quote.id}/compare?left=${quote.revision - 1}&right=${quote.revision}`}
              leftSection={<IconGitCompare size={15} aria-hidden />}
            >
              {t('compare.open')}
            </Menu.Item>
          )}
          {quote.state === 'draft' && (
            <Menu.Item
              component={Link}
              to={`/quotes/${quote.id}/guide`}
              leftSection={<IconRoute size={15} aria-hidden />}
            >
              {t('configurator:guide.title')}
            </Menu.Item>
          )}
          {!customerView && (
            <Menu.Item
              component={Link}
              to={`/quotes/${quote.id}/special-bid`}
              leftSection={<IconTags size={15} aria-hidden />}
            >
              {t('approvals:bid.title')}
            </Menu.Item>
          )}
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
