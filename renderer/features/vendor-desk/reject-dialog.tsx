import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { useRemembered } from '../../ui/use-remembered';
import { readDecision, type DecisionProblem } from './vendor-desk';
import type { OrderDecision, VendorOrder } from './vendor-desk-api';

interface RejectDialogProps {
  readonly row: VendorOrder;
  readonly onClose: () => void;
  /** Resolves to false when the server does not have the decision: the words are then offered again. */
  readonly onReject: (decision: OrderDecision) => Promise<boolean>;
}

/** Asks for the reason, which the partner will read. Closing keeps the words for this order. */
export function RejectDialog({ row, onClose, onReject }: RejectDialogProps) {
  const { t } = useTranslation('vendor-desk');
  const [reason, setReason] = useRemembered(`draft:reject:${row.order.id}`, '');
  const [problem, setProblem] = useState<DecisionProblem | null>(null);
  const submit = async (): Promise<void> => {
    const read = readDecision('rejected', reason);
    if (!read.ok) return setProblem(read.problem);
    onClose();
    if (await onReject(read.value)) setReason('');
  };
  const words = { 'reason-required': t('reasonRequired'), 'reason-too-long': t('reasonTooLong') };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('rejecting', {
        number: row.order.vendorOrderNumber ?? row.order.quoteNumber,
        partner: row.partnerName,
      })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        data-autofocus
        autosize
        minRows={3}
        maxRows={12}
        value={reason}
        error={problem && words[problem]}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red.9" onClick={() => void submit()}>
          {t('confirmReject')}
        </Button>
      </Group>
    </Dialog>
  );
}
