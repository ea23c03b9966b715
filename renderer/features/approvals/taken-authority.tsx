import { useTranslation } from 'react-i18next';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecords } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import classes from './approvals.module.css';
import { budgetOf } from './authority-budget';

/** PR-62: what an approved quote took from which of its person's budgets, and what is left there. Nothing where the authority is not on this device. */
export function TakenAuthority({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const authorities = useRecords('authority') ?? [];
  const taken = authorities.flatMap((authority) => {
    const use = authority.uses.find(({ quoteId }) => quoteId === quote.id);
    return use ? [{ authority, amount: use.amount }] : [];
  });
  return (
    <ul className={classes['taken']}>
      {taken.map(({ authority, amount }) => {
        const { currency, amount: budget } = authority.token.budget;
        return (
          <li key={authority.id}>
            {t('authority.taken', {
              amount: formats.amount(amount, currency),
              left: formats.amount(budgetOf(authority).left, currency),
              budget: formats.amount(budget, currency),
            })}
          </li>
        );
      })}
    </ul>
  );
}
