import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { canMove } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecords } from '../../client/hooks';
import { useSave } from '../../records/use-save';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';

/** PR-32: what a customer or an approver has seen never changes by itself. New prices need a new revision. */
export function NotADraft({
  quote,
  newer,
}: {
  readonly quote: Quote;
  readonly newer: PriceBookHeader | undefined;
}) {
  const { t } = useTranslation(['price-drift', 'records']);
  const formats = useFormats();
  const save = useSave();
  const approvals = useRecords('approval');
  const waiting = approvals?.find(({ quoteId, state }) => quoteId === quote.id && state === 'pending');
  const revise = () =>
    void save('reviseQuote', {
      id: quote.id,
      revision: quote.revision,
      approvalId: waiting?.id ?? null,
    });
  const state = t(`records:quoteState.${quote.state}`);
  return (
    <EmptyState
      icon={IconLock}
      title={t('fixed.title')}
      text={
        newer
          ? t('fixed.newer', { state, version: formats.number(newer.version) })
          : t('fixed.text', { state })
      }
      action={
        <>
          {newer && canMove(quote.state, 'draft') && (
            <Button disabled={!approvals} onClick={revise} mr={8}>
              {t('fixed.revise', { revision: formats.number(quote.revision + 1) })}
            </Button>
          )}
          <Button component={Link} to={`/quotes/${quote.id}`} variant="default">
            {t('back')}
          </Button>
        </>
      }
    />
  );
}
