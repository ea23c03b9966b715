import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../../client/client-context';
import type { PartedChoice } from '../../../db/rows';
import { useSave } from '../../../records/use-save';
import { settleParted } from '../../../sync/parted';
import { asNewQuote, replacement } from './choices';

/** SY-13: carries a choice out. Until everything of it is stored the choice stays open: nothing is put aside half done. */
export function useSettleQuote(mine: Quote): (how: PartedChoice) => Promise<void> {
  const { t } = useTranslation('conflicts');
  const client = useClient();
  const save = useSave();
  const navigate = useNavigate();
  return useCallback(
    async (how) => {
      const failed = () =>
        notifications.show({
          color: 'red',
          withBorder: true,
          autoClose: false,
          title: t('quote.failed.title'),
          message: t('quote.failed.text'),
        });
      let open = mine.id;
      if (how === 'took-mine' && !(await save('replaceQuote', replacement(mine)))) return;
      if (how === 'kept-both') {
        const number = await client.nextQuoteNumber();
        if (!number.ok) {
          failed();
          return;
        }
        open = newId();
        const title = t('quote.copyTitle', { title: mine.title, number: mine.number }).trim();
        const copy = asNewQuote(mine, { id: open, number: number.value, title, newId });
        if (!(await save('createQuote', copy))) return;
      }
      try {
        await settleParted(client.db, () => new Date(), 'quote', mine.id, how);
      } catch {
        // What was done is stored and does no harm twice; the choice is offered again.
        failed();
        return;
      }
      await navigate(`/quotes/${open}`);
    },
    [client, mine, navigate, save, t],
  );
}
