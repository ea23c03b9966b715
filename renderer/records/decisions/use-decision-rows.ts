import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import { useRecords } from '../../client/hooks';
import type { AttentionRow } from '../../db/rows';
import { useConflictWords } from '../conflicts/use-conflict-words';
import { partedPath } from '../parted/parted-notice';
import type { PartedQuote } from '../parted/use-parted-quote';
import { useNames } from '../use-names';
import { useWorkText } from '../use-work-text';
import type { OpenDecisions } from './open-decisions';

export type DecisionKind = 'order' | 'quote' | 'conflict' | 'registration' | 'other';

/** One thing to decide as a line of a list: what it is about, what happened, since when, and where it is decided. */
export interface DecisionRow {
  readonly key: string;
  readonly kind: DecisionKind;
  readonly about: string;
  readonly what: string;
  readonly since: string;
  readonly to: string;
}

export const orderConflictPath = (attentionId: string): string => `/attention/orders/${attentionId}`;

/** Open decisions in words, the kinds with the most at stake first. */
export function useDecisionRows(decisions: OpenDecisions<PartedQuote> | undefined): readonly DecisionRow[] {
  const { t } = useTranslation('conflicts');
  const words = useConflictWords();
  const textOf = useWorkText();
  const accountName = useNames('account');
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const allQuotes = useRecords('quote');
  return useMemo(() => {
    if (!decisions) return [];
    const named = { account: accounts, contact: contacts, opportunity: opportunities };
    const nameOf = ({ recordType, recordId }: EditConflict): string =>
      // Of activities there are too many to look through them all for one name.
      recordType === 'activity'
        ? words.type(recordType)
        : (named[recordType]?.find(({ id }) => id === recordId)?.name ?? t('recordGone'));
    const orderOf = ({ touches }: AttentionRow): string | undefined => {
      const quote = allQuotes?.find(({ id }) => touches.includes(`quote:${id}`));
      return quote && t('row.orderOf', { quote: [quote.number, quote.title].filter(Boolean).join(' ') });
    };
    const { orders, quotes, conflicts, registrations, others } = decisions;
    return [
      ...orders.map((item): DecisionRow => ({
        key: item.id,
        kind: 'order',
        about: orderOf(item) ?? textOf(item),
        what: t('row.order'),
        since: item.refusedAt,
        to: orderConflictPath(item.id),
      })),
      ...quotes.map(({ row, mine }): DecisionRow => ({
        key: row.id,
        kind: 'quote',
        about: [mine.number, mine.title].filter(Boolean).join(' '),
        what: t('row.quote'),
        since: row.partedAt,
        to: partedPath(row.id),
      })),
      ...registrations.map((request): DecisionRow => ({
        key: request.id,
        kind: 'registration',
        about: accountName(request.accountId) ?? t('recordGone'),
        what: t('row.registration'),
        since: request.decision?.at ?? request.updatedAt,
        to: `/registrations/${request.id}`,
      })),
      ...conflicts.map((conflict): DecisionRow => ({
        key: conflict.id,
        kind: 'conflict',
        about: nameOf(conflict),
        what: words.summary(conflict),
        since: conflict.createdAt,
        to: `/conflicts/${conflict.id}`,
      })),
      ...others.map((item): DecisionRow => ({
        key: item.id,
        kind: 'other',
        about: textOf(item),
        what: t('row.other'),
        since: item.refusedAt,
        to: `/attention#${item.id}`,
      })),
    ];
  }, [decisions, t, words, textOf, accountName, accounts, contacts, opportunities, allQuotes]);
}
