import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import { useDraggable } from '@dnd-kit/core';
import { IconArrowRight, IconCalendarDue, IconDots } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { stages, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import type { RecordState } from '../../client/record-state';
import { UnreadMark } from '../../records/conversation/unread-mark';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { neededDecimals } from '../../ui/needed-decimals';
import { SyncMark } from '../../ui/sync-mark';
import classes from './board.module.css';
import { useShortDay } from './short-day';
import { isOverdue } from './opportunity-filter';

export interface CardContext {
  readonly today: string;
  readonly accountName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
  /** OPP-6: unread messages by record id. */
  readonly unread: ReadonlyMap<string, number>;
}

interface BoardCardProps {
  readonly opportunity: Opportunity;
  readonly context: CardContext;
  /** The one card of its column the Tab key leads to; arrows lead to the others. */
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onOpen: () => void;
  readonly onMove: (stage: Stage) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** A deal on the board: dragged by pointer, moved by menu or keyboard. */
export function BoardCard({
  opportunity,
  context,
  active,
  onActive,
  onOpen,
  onMove,
  onKeyDown,
}: BoardCardProps) {
  const { t } = useTranslation(['opportunities', 'records']);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: opportunity.id });
  return (
    <>
      <button
        ref={setNodeRef}
        {...listeners}
        type="button"
        className={classes['card']}
        data-card={opportunity.id}
        data-dragging={isDragging || undefined}
        tabIndex={active ? 0 : -1}
        onFocus={onActive}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <CardFace opportunity={opportunity} context={context} />
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={classes['more'] ?? ''}
            size="sm"
            tabIndex={active ? 0 : -1}
            aria-label={t('more', { name: opportunity.name })}
          >
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onOpen}>{t('open')}</Menu.Item>
          <Menu.Divider />
          {stages
            .filter((stage) => stage !== opportunity.stage)
            .map((stage) => (
              <Menu.Item key={stage} onClick={() => onMove(stage)}>
                {t('moveTo', { stage: t(`records:stage.${stage}`) })}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** What a card says; also what hangs at the pointer while it is dragged. */
export function CardFace({
  opportunity,
  context,
}: {
  readonly opportunity: Opportunity;
  readonly context: CardContext;
}) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const shortDay = useShortDay(context.today);
  const overdue = isOverdue(opportunity, context.today);
  const state = context.states.get(opportunity.id);
  return (
    <>
      <span className={classes['name']}>{opportunity.name}</span>
      <span className={classes['account']}>
        {context.accountName(opportunity.accountId) ?? t('unknownAccount')}
      </span>
      {opportunity.nextStep !== '' && (
        <span className={classes['next']}>
          <IconArrowRight size={12} aria-hidden />
          <span>{opportunity.nextStep}</span>
        </span>
      )}
      <span className={classes['figures']}>
        <span className={classes['amount']}>
          <Amount
            value={opportunity.amount}
            currency={opportunity.currency}
            decimals={neededDecimals(opportunity.amount)}
          />
        </span>
        <UnreadMark count={context.unread.get(opportunity.id)} />
        {state && <SyncMark compact state={state} />}
        <span
          className={classes['day']}
          data-overdue={overdue || undefined}
          title={formats.day(opportunity.closeOn)}
        >
          {overdue && (
            <>
              <IconCalendarDue size={13} aria-hidden />
              <VisuallyHidden component="span">{t('overdue')}</VisuallyHidden>
            </>
          )}
          {shortDay(opportunity.closeOn)}
        </span>
      </span>
    </>
  );
}
