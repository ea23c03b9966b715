import { Select } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/catalog/localized';
import type { SaveError } from '../../platform/platform';
import { DrawingNotice } from './drawing-notice';
import { useOpenPdf } from './open-pdf';
import { PdfView } from './pdf-view';
import { ProposalProblem, SaveProblem } from './problems';
import classes from './proposal-preview.module.css';
import { documentLanguages } from './queries';
import { useLater } from './use-later';
import type { ProposalPdf } from './use-proposal-pdf';
import { ZoomControl } from './zoom-control';

interface ProposalPreviewProps {
  readonly quoteId: string;
  /** null while the quote is being read. */
  readonly language: Language | null;
  readonly lines: number;
  readonly pdf: ProposalPdf;
  readonly saveError: SaveError | null;
  readonly onLanguage: (language: Language) => void;
  readonly onSave: () => void;
}

/** The document with its language and zoom, or why there is none. */
export function ProposalPreview({
  quoteId,
  language,
  lines,
  pdf,
  saveError,
  onLanguage,
  onSave,
}: ProposalPreviewProps) {
  const { t } = useTranslation(['proposals', 'common']);
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState<number | null>(null);
  const isSlow = useLater(pdf.drawing, 300);
  return (
    <div className={classes['preview']}>
      <div className={classes['bar']}>
        <Select
          className={classes['language'] ?? ''}
          aria-label={t('documentLanguage')}
          value={language}
          leftSection={<IconLanguage size={15} stroke={1.7} aria-hidden />}
          disabled={language === null}
          data={documentLanguages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          onChange={(value) => value !== null && onLanguage(value)}
        />
        <ZoomControl zoom={zoom} onZoom={setZoom} />
        <output className={classes['pages']}>
          {pages !== null && pdf.bytes !== null && t('pages', { count: pages })}
        </output>
      </div>
      {saveError !== null && (
        <div className={classes['problem']}>
          <SaveProblem error={saveError} onRetry={onSave} />
        </div>
      )}
      <div className={classes['document']}>
        {isSlow && <DrawingNotice lines={lines} onCancel={pdf.cancel} />}
        {pdf.error !== null && (
          <div className={classes['problem']}>
            <ProposalProblem error={pdf.error} quoteId={quoteId} onRetry={pdf.retry} />
          </div>
        )}
        {pdf.bytes !== null && <OpenDocument bytes={pdf.bytes} zoom={zoom} onPages={setPages} />}
      </div>
    </div>
  );
}

interface OpenDocumentProps {
  readonly bytes: Uint8Array;
  readonly zoom: number;
  readonly onPages: (count: number) => void;
}

function OpenDocument({ bytes, zoom, onPages }: OpenDocumentProps) {
  const pdf = useOpenPdf(bytes, onPages);
  return pdf && <PdfView pdf={pdf} zoom={zoom} />;
}
