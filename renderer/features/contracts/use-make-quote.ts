import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Contract } from '#shared/domain/pricing/contract';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { contractQuote } from '#shared/domain/quote/contract-quote';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import { usePartner } from '../../client/hooks';
import { useSave } from '../../records/use-save';
import { useToday } from '../../records/use-today';

export interface QuoteToMake {
  readonly contract: Contract;
  readonly book: PriceBookHeader;
  readonly title: string;
  readonly lines: readonly QuoteLine[];
}

/** PR-50, PR-51: makes a quote about a contract on this device, offline too, and opens it. */
export function useMakeQuote(): (wanted: QuoteToMake) => Promise<void> {
  const { t } = useTranslation('quotes');
  const client = useClient();
  const partner = usePartner();
  const save = useSave();
  const today = useToday();
  const navigate = useNavigate();
  return useCallback(
    async (wanted) => {
      if (!partner) return;
      const number = await client.nextQuoteNumber();
      if (!number.ok) {
        notifications.show({
          color: 'red',
          withBorder: true,
          autoClose: false,
          title: t('failure.title'),
          message: t(`failure.${number.error.type}`),
        });
        return;
      }
      const id = newId();
      const { language } = client.session;
      const quote = contractQuote({ ...wanted, id, number: number.value, today, partner, language });
      if (await save('createQuote', quote)) await navigate(`/quotes/${id}`);
    },
    [client, navigate, partner, save, t, today],
  );
}
