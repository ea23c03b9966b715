import { Button } from '@mantine/core';
import { IconArrowsExchange, IconFileDollar, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCustomerView } from '../../client/customer-view';
import { AssetTable } from '../../records/assets/asset-table';
import { QuoteTable } from '../../records/quote-table';
import { useToday } from '../../records/use-today';
import { Crumb } from '../../ui/crumb';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { Section, SectionEmpty } from '../../ui/section';
import { ContractDetails } from './contract-details';
import { ContractLines } from './contract-lines';
import { ContractStateBadge } from './contract-state-badge';
import { stateOf } from './contract-state';
import { useContractFile, type ContractFile } from './queries';
import { WhatIfSection } from './what-if-section';

/** One contract: what runs until when, and what could be made of it. */
export function ContractPage() {
  const { t } = useTranslation('contracts');
  const { contractId = '' } = useParams();
  const file = useContractFile(contractId);
  if (file === undefined) return null;
  if (file === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/contracts" />
      </Page>
    );
  }
  return <ContractRecord key={contractId} file={file} />;
}

type Open = 'amend' | 'renew' | null;

function ContractRecord({ file }: { readonly file: ContractFile }) {
  const { t } = useTranslation('contracts');
  const { contract, account, quotes, assets } = file;
  const today = useToday();
  const customerView = useCustomerView(({ on }) => on);
  const [open, setOpen] = useState<Open>(null);
  const state = stateOf(contract, today);
  const waiting = quotes.find(
    ({ id, state: quoted }) => id === contract.renewalQuoteId && quoted !== 'ordered',
  );
  const isOver = contract.endsOn < today;
  const toggle = (which: NonNullable<Open>) => setOpen(open === which ? null : which);
  return (
    <Page
      title={
        <Crumb to="/contracts" list={t('title')}>
          {contract.number}
        </Crumb>
      }
      actions={
        <>
          <ContractStateBadge state={state} />
          {!isOver && (
            <Button
              variant="default"
              aria-expanded={open === 'amend'}
              leftSection={<IconArrowsExchange size={15} aria-hidden />}
              onClick={() => toggle('amend')}
            >
              {t('amend')}
            </Button>
          )}
          {waiting && state !== 'renewed' && (
            <Button
              component={Link}
              to={`/quotes/${waiting.id}`}
              variant="default"
              leftSection={<IconFileDollar size={15} aria-hidden />}
            >
              {t('openRenewal', { number: waiting.number })}
            </Button>
          )}
          {state !== 'renewed' && (
            <Button
              aria-expanded={open === 'renew'}
              leftSection={<IconRefresh size={15} aria-hidden />}
              onClick={() => toggle('renew')}
            >
              {t('renew')}
            </Button>
          )}
        </>
      }
      aside={<ContractDetails file={file} />}
    >
      {open && <WhatIfSection key={open} kind={open} contract={contract} account={account} />}
      <ContractLines contract={contract} customerView={customerView} />
      <Section title={t('quotes')} count={quotes.length}>
        {quotes.length === 0 ? (
          <SectionEmpty>{t('noQuotes')}</SectionEmpty>
        ) : (
          <QuoteTable label={t('quotes')} rows={quotes} />
        )}
      </Section>
      <Section title={t('assets')} count={assets.length}>
        {assets.length === 0 ? <SectionEmpty>{t('noAssets')}</SectionEmpty> : <AssetTable assets={assets} />}
      </Section>
    </Page>
  );
}
