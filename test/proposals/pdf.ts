import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// The bundle the worker runs, not the Node build: tests see what the app does.
import pdfMake from 'pdfmake/build/pdfmake';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ProposalInput } from '#shared/proposal/proposal';
import {
  type PdfWriter,
  proposalFontDictionary,
  proposalFontFiles,
  renderProposal,
} from '#shared/proposal/render-proposal';

const fontsFolder = fileURLToPath(new URL('../../resources/public/fonts/', import.meta.url));

/** pdfmake with the fonts of this repository, as the worker sets it up. */
export function createWriter(): PdfWriter {
  const files = Object.fromEntries(
    proposalFontFiles.map((file) => [
      file,
      { data: readFileSync(`${fontsFolder}${file}`), encoding: 'binary' },
    ]),
  );
  pdfMake.addVirtualFileSystem(files as never);
  pdfMake.setFonts(proposalFontDictionary);
  pdfMake.setUrlAccessPolicy(() => false);
  return pdfMake;
}

/** Throws what went wrong instead of returning it. */
export async function renderPdf(
  input: ProposalInput,
  writer: PdfWriter = createWriter(),
): Promise<Uint8Array> {
  const pdf = await renderProposal(writer, input);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  return pdf.value;
}

/** The text of each page as PDF readers see it, pieces joined by a space, white space made plain. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    const text = content.items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('');
    pages.push(text.replace(/[\u00a0\u202f]/g, ' '));
  }
  await document.destroy();
  return pages;
}

export const poppler = (command: string, parameters: readonly string[], input?: Uint8Array): Buffer =>
  execFileSync(command, parameters, { input, maxBuffer: 200_000_000 });
