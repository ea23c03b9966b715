import { RenderingCancelledException } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenPdf, pixelsPerPoint } from './open-pdf';
import classes from './pdf-view.module.css';

interface PdfPageProps {
  readonly pdf: OpenPdf;
  /** From 1. */
  readonly number: number;
  readonly zoom: number;
  /** The scrolling element; pages are drawn shortly before they come into it. */
  readonly within: HTMLElement | null;
}

/** A page's place; drawn while it is in view or near. */
export function PdfPage({ pdf, number, zoom, within }: PdfPageProps) {
  const { t } = useTranslation('proposals');
  const place = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element || !within) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      root: within,
      rootMargin: '600px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [within]);

  const label = t('page', { page: number, pages: pdf.document.numPages });
  const size = { width: pdf.width * zoom, height: pdf.height * zoom };
  return (
    <figure ref={place} className={classes['page']} style={size} aria-label={label}>
      {near && <PageCanvas pdf={pdf} number={number} zoom={zoom} />}
    </figure>
  );
}

function PageCanvas({ pdf, number, zoom }: Omit<PdfPageProps, 'within'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<unknown>(null);

  useEffect(() => {
    let cancel = (): void => {};
    let current = true;
    const draw = async (): Promise<void> => {
      const page = await pdf.document.getPage(number);
      const element = canvas.current;
      if (!current || !element) return;
      const viewport = page.getViewport({ scale: zoom * pixelsPerPoint * window.devicePixelRatio });
      element.width = Math.floor(viewport.width);
      element.height = Math.floor(viewport.height);
      const task = page.render({ canvas: element, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    draw().catch((error: unknown) => {
      if (current && !(error instanceof RenderingCancelledException)) setFailed(error);
    });
    return () => {
      current = false;
      cancel();
    };
  }, [pdf, number, zoom]);

  // The screen's error boundary says it.
  if (failed !== null) throw failed;
  return <canvas ref={canvas} className={classes['canvas']} />;
}
