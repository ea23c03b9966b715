import { Button } from '@mantine/core';
import { IconFileDollar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/deal/account';
import type { Contract } from '#shared/domain/pricing/contract';
import type { ContractWhatIf } from '#shared/domain/quote/contract-what-if';
import { useToday } from '../../records/use-today';
import { DayInput } from '../../ui/day-input';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import classes from './contracts.module.css';
import { useMakeQuote } from './use-make-quote';
import { useWhatIf } from './use-what-if';
import { WhatIfSums } from './what-if-sums';
import { WhatIfTable } from './what-if-table';

interface WhatIfSectionProps {
  readonly kind: ContractWhatIf['kind'];
  readonly contract: Contract;
  readonly account: Account | null;
}

/** ORD-4: what it would cost to have more, fewer or another term, while it is typed and without a network; and the quote of it. */
export function WhatIfSection({ kind, contract, account }: WhatIfSectionProps) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  const today = useToday();
  const [whatIf, setWhatIf] = useState<ContractWhatIf>(() => ({
    kind,
    day: kind === 'amend' ? (today > contract.startsOn ? today : contract.startsOn) : '',
    quantities: {},
  }));
  const { book, answer, status } = useWhatIf(contract, account, whatIf);
  const makeQuote = useMakeQuote();
  const { busy, run } = useOneAtATime();
  const title = t(kind === 'amend' ? 'whatIf.amend' : 'whatIf.renew');
  const change = (changes: Partial<ContractWhatIf>) => setWhatIf((before) => ({ ...before, ...changes }));
  const isEmpty = !answer || answer.lines.length === 0;
  return (
    <div className={classes['whatIf']}>
      <Section title={title}>
        <div className={classes['controls']}>
          <DayInput
            w={190}
            label={t(kind === 'amend' ? 'whatIf.from' : 'whatIf.until')}
            placeholder={t('whatIf.usualTerm')}
            value={whatIf.day}
            clearable={kind === 'renew'}
            onChange={(day) => {
              if (day !== '' || kind === 'renew') change({ day });
            }}
          />
          <p className={classes['hint']}>
            {t(kind === 'amend' ? 'whatIf.amendHint' : 'whatIf.renewHint', {
              day: formats.day(contract.endsOn),
            })}
          </p>
        </div>
        <WhatIfTable
          contract={contract}
          whatIf={whatIf}
          answer={answer}
          onQuantity={(lineId, quantity) =>
            setWhatIf((before) => ({ ...before, quantities: { ...before.quantities, [lineId]: quantity } }))
          }
        />
        {status === 'missing' && (
          <p role="alert" className={classes['problem']}>
            {t('whatIf.noBook', { currency: contract.currency })}
          </p>
        )}
        {answer && <WhatIfSums contract={contract} whatIf={whatIf} answer={answer} />}
        <div className={classes['foot']}>
          <Button
            disabled={isEmpty || !book}
            loading={busy}
            leftSection={<IconFileDollar size={15} aria-hidden />}
            onClick={() => {
              if (!book || !answer) return;
              const name = kind === 'amend' ? 'whatIf.amendTitle' : 'whatIf.renewTitle';
              const title = t(name, { number: contract.number });
              void run(() => makeQuote({ contract, book, title, lines: answer.lines }));
            }}
          >
            {t('whatIf.makeQuote')}
          </Button>
        </div>
      </Section>
    </div>
  );
}
