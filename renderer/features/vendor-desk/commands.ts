import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PendingDecision } from './vendor-desk';
import type { DeskProblem } from './desk-request';
import { sendDecision, type OrderDecision, type VendorOrder } from './vendor-desk-api';

export interface DeskCommands {
  /** Decisions on their way to the server. */
  readonly pending: readonly PendingDecision[];
  /** Resolves to true once the server has it, to false when it does not or nobody knows; the person has then been told. */
  readonly decide: (row: VendorOrder, decision: OrderDecision) => Promise<boolean>;
}

const problemKey = (problem: DeskProblem) => {
  if (problem.type === 'offline') return 'offline.decision';
  if (problem.type === 'bad-answer') return 'problem.other';
  switch (problem.why) {
    case 'conflict':
    case 'not-found':
    case 'not-signed-in':
    case 'forbidden':
      return `problem.${problem.why}` as const;
    default:
      return 'problem.other';
  }
};

/** Accepting and rejecting. The table shows a decision at once, marked as on its way, and takes it back when the server does not have it. */
export function useDeskCommands(refresh: () => Promise<void>): DeskCommands {
  const { t } = useTranslation('vendor-desk');
  const [pending, setPending] = useState<readonly PendingDecision[]>([]);
  return {
    pending,
    decide: async ({ order }, decision) => {
      const number = order.vendorOrderNumber ?? order.quoteNumber;
      setPending((before) => [...before, { orderId: order.id, ...decision }]);
      const answer = await sendDecision((path, init) => fetch(path, init), order.id, decision);
      // The list is read again before the mark goes: whatever the server now says is what stays on screen.
      await refresh();
      setPending((before) => before.filter(({ orderId }) => orderId !== order.id));
      if (answer.ok) notifications.show({ withBorder: true, message: t(decision.decision, { number }) });
      else {
        notifications.show({
          color: 'red',
          withBorder: true,
          autoClose: false,
          title: answer.error.type === 'offline' ? t('offline.noAnswer') : t('problem.title'),
          message: t(problemKey(answer.error), { number }),
        });
      }
      return answer.ok;
    },
  };
}
