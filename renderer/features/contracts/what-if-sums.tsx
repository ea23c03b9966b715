import { useTranslation } from 'react-i18next';
import type { Contract } from '#shared/domain/pricing/contract';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import type { ContractWhatIf } from '#shared/domain/quote/contract-what-if';
import { Amount } from '../../ui/amount';
import classes from './contracts.module.css';
import type { WhatIfAnswer } from './use-what-if';
import { whatIfFigures } from './what-if-figures';

interface WhatIfSumsProps {
  readonly contract: Contract;
  readonly whatIf: ContractWhatIf;
  readonly answer: WhatIfAnswer;
}

/** A year before and after, and what this quote would come to, with and without tax. */
export function WhatIfSums({ contract, whatIf, answer }: WhatIfSumsProps) {
  const { t } = useTranslation('contracts');
  const { currency } = contract;
  const rows = whatIfFigures(contract, whatIf, answer);
  const after = rows.map((row) => row.after ?? row.before);
  const { sell, gross } = answer.priced.totals;
  const sums = [
    { key: 'yearBefore', value: sumDecimals(rows.map(({ before }) => before)) },
    { key: 'yearTotal', value: sumDecimals(after) },
    { key: 'net', value: sell },
    { key: 'gross', value: gross },
  ] as const;
  return (
    <dl className={classes['sums']} aria-live="polite">
      {sums.map(({ key, value }) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt className={key === 'net' ? classes['total'] : undefined}>{t(`whatIf.${key}`)}</dt>
          <dd className={key === 'net' ? classes['total'] : undefined}>
            <Amount value={value} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
