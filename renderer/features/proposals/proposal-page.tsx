import { Button } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Language } from '#shared/domain/catalog/localized';
import { linesOf } from '#shared/domain/quote/quote';
import { type Command, useCommands } from '../../ui/commands';
import { Crumb } from '../../ui/crumb';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { proposalFileName } from './file-name';
import { ProposalPreview } from './proposal-preview';
import { type ProposalSource, useProposalSource } from './queries';
import { useProposalPdf } from './use-proposal-pdf';
import { useSavePdf } from './use-save-pdf';

/** The proposal of a quote as its customer will get it, and the way to a file. */
export function ProposalPage() {
  const { t } = useTranslation('proposals');
  const { quoteId = '' } = useParams();
  const [language, setLanguage] = useState<Language | null>(null);
  const source = useProposalSource(quoteId, language);
  if (source.status === 'loading' || source.status === 'ready')
    return <QuoteProposal key={quoteId} quoteId={quoteId} source={source} onLanguage={setLanguage} />;
  return (
    <Page title={t('title')}>
      {source.status === 'no-quote' ? (
        <RecordMissing list="/quotes" />
      ) : (
        <ErrorNotice
          title={t('noPrices.title')}
          what={t('noPrices.what', { number: source.quote.number })}
          safe={t('problem.safe')}
          todo={t('noPrices.todo')}
        />
      )}
    </Page>
  );
}

interface QuoteProposalProps {
  readonly quoteId: string;
  readonly source: Extract<ProposalSource, { readonly status: 'loading' | 'ready' }>;
  readonly onLanguage: (language: Language) => void;
}

function QuoteProposal({ quoteId, source, onLanguage }: QuoteProposalProps) {
  const { t } = useTranslation('proposals');
  const navigate = useNavigate();
  const input = source.status === 'ready' ? source.input : null;
  const pdf = useProposalPdf(input);
  const { save, error: saveError } = useSavePdf();

  const { bytes } = pdf;
  const fileName = input === null ? '' : proposalFileName(input.quote, input.account?.name);
  const canSave = bytes !== null && !pdf.drawing && input !== null;
  const savePdf = useCallback(() => {
    if (canSave) save(fileName, bytes);
  }, [canSave, save, fileName, bytes]);

  const commands = useMemo((): readonly Command[] => {
    const group = t('title');
    const back: Command = {
      id: 'proposal.back',
      title: t('backToQuote'),
      group,
      icon: IconArrowLeft,
      run: () => void navigate(`/quotes/${quoteId}`),
    };
    const toFile: Command = {
      id: 'proposal.save',
      title: t('savePdf'),
      group,
      shortcut: 'mod+S',
      icon: IconDownload,
      run: savePdf,
    };
    return [toFile, back];
  }, [t, navigate, quoteId, savePdf]);
  useCommands(commands);

  return (
    <Page
      title={
        <Crumb to={`/quotes/${quoteId}`} list={input?.quote.number ?? t('openQuote')}>
          {t('title')}
        </Crumb>
      }
      actions={
        <>
          <Button
            component={Link}
            to={`/quotes/${quoteId}`}
            variant="default"
            leftSection={<IconArrowLeft size={15} stroke={1.8} aria-hidden />}
          >
            {t('backToQuote')}
          </Button>
          <Button
            disabled={!canSave}
            leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
            onClick={savePdf}
          >
            {t('savePdf')}
          </Button>
        </>
      }
    >
      <ProposalPreview
        quoteId={quoteId}
        language={input?.language ?? null}
        lines={input === null ? 0 : linesOf(input.quote).length}
        pdf={pdf}
        saveError={saveError}
        onLanguage={onLanguage}
        onSave={savePdf}
      />
    </Page>
  );
}
