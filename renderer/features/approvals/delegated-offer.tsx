import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  delegatedCover,
  type AuthorityUse,
  type DelegatedCover,
} from '#shared/domain/approval/delegated-cover';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { useClient } from '../../client/client-context';
import { useSave } from '../../records/use-save';
import { useToday } from '../../records/use-today';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import classes from './approvals.module.css';
import { AuthorityCards } from './authority-cards';
import { leftFor } from './authority-budget';
import { approveQuote } from './commands';
import type { ApprovalNeeds } from './needs';
import { useMyAuthorities, type PricedFile } from './queries';

export interface Cover extends DelegatedCover {
  readonly authorities: readonly DelegatedAuthority[];
}

/** PR-62: what the signed-in person's authorities cover of a quote; null where there is none. Works offline. */
export function useCover(file: PricedFile, { reasons }: Pick<ApprovalNeeds, 'reasons'>): Cover | null {
  const { session } = useClient();
  const today = useToday();
  const authorities = useMyAuthorities();
  if (!authorities || authorities.length === 0) return null;
  const cover = delegatedCover(reasons, file.input, file.priced, authorities, session.userId, today);
  return { authorities, ...cover };
}

/** Nobody else has to be asked. */
export const isWhole = ({ uses, uncovered }: Cover): boolean => uncovered.length === 0 && uses.length > 0;

/** PR-62: what the rep may let through on his own authority, and what that takes from which budget. */
export function DelegatedOffer({ file, cover }: { readonly file: PricedFile; readonly cover: Cover }) {
  const { authorities, uses } = cover;
  if (!isWhole(cover)) return <NotCovered authorities={authorities} />;
  return <Covered file={file} authorities={authorities} uses={uses} />;
}

function NotCovered({ authorities }: { readonly authorities: readonly DelegatedAuthority[] }) {
  const { t } = useTranslation('approvals');
  return (
    <Section title={t('authority.title')}>
      <p className={classes['text']}>{t('authority.notCovered')}</p>
      <div className={classes['figures']}>
        <AuthorityCards authorities={authorities} />
      </div>
    </Section>
  );
}

interface UseRow {
  readonly authority: DelegatedAuthority;
  readonly amount: string;
  readonly before: string;
  readonly after: string;
}

function Covered({
  file,
  authorities,
  uses,
}: {
  readonly file: PricedFile;
  readonly authorities: readonly DelegatedAuthority[];
  readonly uses: readonly AuthorityUse[];
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const { session } = useClient();
  const save = useSave();
  const { busy, run } = useOneAtATime();
  const rows = uses.flatMap(({ authorityId, amount }): UseRow[] => {
    const authority = authorities.find(({ id }) => id === authorityId);
    if (!authority) return [];
    const before = leftFor(authority, file.quote);
    return [{ authority, amount, before, after: sumDecimals([before, `-${amount}`]) }];
  });
  const again = rows.some(({ authority }) => authority.uses.some(({ quoteId }) => quoteId === file.quote.id));
  const approve = () => approveQuote(save, file, session.name, uses);
  return (
    <Section title={t('authority.offer')}>
      <p className={classes['text']}>{t('authority.offerText')}</p>
      <PlainTable
        label={t('tableOf', { title: t('authority.offer') })}
        rows={rows}
        rowKey={({ authority }) => authority.id}
        columns={[
          {
            key: 'what',
            title: t('authority.title'),
            render: ({ authority: { token } }) =>
              t('authority.extra', {
                percent: formats.percent(token.maxExtraDiscount),
                family: token.family ?? t('authority.everyFamily'),
              }),
          },
          {
            key: 'before',
            title: t('authority.before'),
            width: '140px',
            align: 'right',
            render: ({ authority, before }) => (
              <Amount value={before} currency={authority.token.budget.currency} />
            ),
          },
          {
            key: 'used',
            title: t('authority.takes'),
            width: '140px',
            align: 'right',
            render: ({ authority, amount }) => (
              <Amount value={amount} currency={authority.token.budget.currency} />
            ),
          },
          {
            key: 'after',
            title: t('authority.after'),
            width: '140px',
            align: 'right',
            render: ({ authority, after }) => (
              <Amount value={after} currency={authority.token.budget.currency} />
            ),
          },
          {
            key: 'until',
            title: t('authority.until'),
            width: '120px',
            align: 'right',
            render: ({ authority }) => formats.day(authority.token.validUntil),
          },
        ]}
      />
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void run(approve)}>
          {t('authority.approve')}
        </Button>
        <span className={classes['hint']}>
          {t('authority.offlineHint')} {again && t('authority.again')}
        </span>
      </div>
    </Section>
  );
}
