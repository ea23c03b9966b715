import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenPdf } from './open-pdf';
import { PdfPage } from './pdf-page';
import classes from './pdf-view.module.css';

/** The pages under one another. */
export function PdfView({ pdf, zoom }: { readonly pdf: OpenPdf; readonly zoom: number }) {
  const { t } = useTranslation('proposals');
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const pages = useMemo(() => Array.from({ length: pdf.document.numPages }, (_, index) => index + 1), [pdf]);
  return (
    // A region that scrolls must take the focus, or the keyboard cannot scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={setScroller} className={classes['view']} aria-label={t('preview')} tabIndex={0}>
      {pages.map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} zoom={zoom} within={scroller} />
      ))}
    </section>
  );
}
