import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives the file's address
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

/** The reader takes the bytes away with it: it gets a copy. */
function read(bytes: Uint8Array): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerSrc = workerUrl;
  return getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    disableAutoFetch: true,
    enableXfa: false,
  });
}

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Of the first page at 100 %, in CSS pixels; all pages of a proposal are alike. */
  readonly width: number;
  readonly height: number;
}

/** CSS pixels to a PDF point. */
export const pixelsPerPoint = 96 / 72;

/** Opens the document and tells its pages; the one before stays until the next is ready. null: none yet. */
export function useOpenPdf(bytes: Uint8Array, onPages: (count: number) => void): OpenPdf | null {
  const [open, setOpen] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    const task = read(bytes);
    let state: 'loading' | 'handed-over' | 'unwanted' = 'loading';
    const load = async (): Promise<void> => {
      const document = await task.promise;
      const { width, height } = (await document.getPage(1)).getViewport({ scale: pixelsPerPoint });
      if (state === 'unwanted') return;
      state = 'handed-over';
      setOpen({ document, width, height });
      onPages(document.numPages);
    };
    // Closed before it was open, the reader rejects, and nobody waits for it any more.
    load().catch((error: unknown) => {
      if (state !== 'unwanted') setFailed(error);
    });
    return () => {
      if (state === 'handed-over') return;
      state = 'unwanted';
      void task.destroy();
    };
  }, [bytes, onPages]);
  useEffect(() => () => void open?.document.loadingTask.destroy(), [open]);
  // The screen's error boundary says it.
  if (failed !== null) throw failed;
  return open;
}
