import { Button, Group } from '@mantine/core';
import { IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SameCustomer, VendorRegistrationFile } from '#shared/protocol/vendor-registration';
import { RegistrationBadge } from '../../../records/registration-badge';
import { useFormats } from '../../../ui/formats';
import { Section } from '../../../ui/section';
import { StateBadge } from '../../../ui/state-badge';
import classes from './desk-matches.module.css';
import { OpenConflict, TransferHere } from './desk-match-actions';

interface MatchesProps {
  readonly file: VendorRegistrationFile;
  readonly refresh: () => Promise<void>;
}

/** OPP-4: who else registered this customer, or one that looks like it, beside this one: what speaks for and against, and both times. */
export function Matches({ file, refresh }: MatchesProps) {
  const { t } = useTranslation('vendor-desk');
  const { sameCustomer } = file;
  if (sameCustomer.length === 0) return null;
  return (
    <Section title={t('registrations.sameCustomer')} count={sameCustomer.length}>
      <div className={classes['matches']}>
        {sameCustomer.map((other) => (
          <Match key={other.requestId} file={file} other={other} refresh={refresh} />
        ))}
      </div>
    </Section>
  );
}

interface MatchProps extends MatchesProps {
  readonly other: SameCustomer;
}

function Match({ file, other, refresh }: MatchProps) {
  const { t } = useTranslation(['vendor-desk', 'registrations']);
  const formats = useFormats();
  const [doing, setDoing] = useState<'conflict' | 'transfer' | null>(null);
  const { request, isProtected } = file;
  const isWaiting = request.state === 'submitted';
  const isOpen = Boolean(request.conflict && !request.conflict.outcome);
  const mayConflict = !other.isOwn && !isOpen && other.isLive && (isWaiting || isProtected) && other.families;
  const mayTransfer =
    !other.isOwn && !isOpen && isProtected && (other.state === 'submitted' || other.state === 'refused');
  const products =
    other.families === null
      ? t('registrations.match.noProducts')
      : other.families.length === 0
        ? t('registrations:anyFamily')
        : formats.list(other.families);
  const rows: readonly (readonly [string, string, string])[] = [
    [t('customer'), file.account?.name ?? '\u2014', other.account.name],
    [t('partner'), file.partnerName, other.partnerName],
    [t('registrations.match.taxId'), file.account?.taxId || '\u2014', other.account.taxId || '\u2014'],
    [t('registrations.match.website'), file.account?.website || '\u2014', other.account.website || '\u2014'],
    [t('registrations.match.city'), file.account?.city || '\u2014', other.account.city || '\u2014'],
    [
      t('registrations:field.amount'),
      formats.amount(request.amount, request.currency),
      formats.amount(other.amount, other.currency),
    ],
    [t('registrations:captured'), formats.instant(request.capturedAt), formats.instant(other.capturedAt)],
    [t('registrations:received'), at(request.receivedAt), at(other.receivedAt)],
  ];
  function at(instant: string | null): string {
    return instant === null ? '\u2014' : formats.instant(instant);
  }
  return (
    <article className={classes['match']}>
      <header className={classes['head']}>
        <StateBadge
          {...(other.same ? sameLook : alikeLook)}
          label={t(other.same ? 'registrations.match.same' : 'registrations.match.alike', {
            score: formats.percent(String(Math.round(other.score * 100))),
          })}
        />
        <RegistrationBadge
          request={{ state: other.state, receivedAt: other.receivedAt, ended: other.ended, conflict: null }}
        />
        <span className={classes['first']}>
          {t(
            isFirst(request.receivedAt, other.receivedAt)
              ? 'registrations.match.thisFirst'
              : 'registrations.match.otherFirst',
          )}
        </span>
      </header>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" aria-label={t('registrations:details')} />
            <th scope="col">{t('registrations.match.this')}</th>
            <th scope="col">{t('registrations.match.other')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, mine, theirs]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={classes['reasons']}>
        {other.reasons.map(({ code, speaks }) => (
          <li key={code} data-speaks={speaks}>
            {t(`registrations.reason.${code}`)}
          </li>
        ))}
        <li>{t('registrations.match.products', { products })}</li>
      </ul>
      <Group gap="xs">
        {mayConflict && (
          <Button
            variant="default"
            aria-expanded={doing === 'conflict'}
            onClick={() => setDoing(doing === 'conflict' ? null : 'conflict')}
          >
            {t('registrations.conflict.open')}
          </Button>
        )}
        {mayTransfer && (
          <Button
            variant="default"
            aria-expanded={doing === 'transfer'}
            onClick={() => setDoing(doing === 'transfer' ? null : 'transfer')}
          >
            {t('registrations.transfer.open')}
          </Button>
        )}
      </Group>
      {doing === 'conflict' && <OpenConflict file={file} other={other} refresh={refresh} />}
      {doing === 'transfer' && <TransferHere file={file} other={other} refresh={refresh} />}
    </article>
  );
}

const sameLook = { tone: 'warn', icon: IconEqual } as const;
const alikeLook = { tone: 'neutral', icon: IconEqualNot } as const;

const isFirst = (mine: string | null, theirs: string | null): boolean => (mine ?? '9') <= (theirs ?? '9');
