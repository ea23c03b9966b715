import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '#shared/domain/quote/quote';
import type { PartedChoice } from '../../../db/rows';
import { DecisionList } from '../../../ui/decision-list';
import { choicesFor } from './choices';
import { useSettleQuote } from './use-settle-quote';

/** Which version counts: the vendor's, this person's, or both as two quotes. */
export function QuoteDecisions({ theirs, mine }: { readonly theirs: Quote | null; readonly mine: Quote }) {
  const { t } = useTranslation('conflicts');
  const settle = useSettleQuote(mine);
  const [working, setWorking] = useState<PartedChoice | null>(null);
  const choose = async (how: PartedChoice): Promise<void> => {
    setWorking(how);
    await settle(how);
    setWorking(null);
  };
  const bid = Boolean(mine.specialBidId);
  return (
    <DecisionList
      label={t('quote.decide')}
      decisions={choicesFor(theirs).map((how) => ({
        key: how,
        title: t(`quote.choice.${how}.title`),
        text: [
          t(theirs ? `quote.choice.${how}.text` : `quote.choice.${how}.gone`),
          ...(how === 'kept-both' && bid ? [t('quote.choice.noBid')] : []),
        ].join(' '),
        action: (
          <Button
            variant="default"
            loading={working === how}
            disabled={working !== null}
            onClick={() => void choose(how)}
          >
            {t(`quote.choice.${how}.action`)}
          </Button>
        ),
      }))}
    />
  );
}
