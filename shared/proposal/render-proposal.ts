import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces';
import { err, ok, type Result } from '../lib/result';
import { buildProposal } from './build-proposal';
import type { ProposalError, ProposalInput } from './proposal';
import { proposalFonts } from './text/split-runs';

/** The files every proposal font needs, by the names they are served and stored under. */
export const proposalFontFiles = [
  'NotoSans-Regular.ttf',
  'NotoSans-Bold.ttf',
  'NotoSansSC-Regular.ttf',
] as const;

const [regular, bold, chinese] = proposalFontFiles;

/** Italics (in a logo's text) and bold Chinese fall back to what is there: each weight of the Chinese font is 10 MB. */
export const proposalFontDictionary: TFontDictionary = {
  [proposalFonts.latin]: { normal: regular, bold, italics: regular, bolditalics: bold },
  [proposalFonts.chinese]: { normal: chinese, bold: chinese, italics: chinese, bolditalics: chinese },
};

/** What is needed of pdfmake; its fonts are already set. */
export interface PdfWriter {
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Uint8Array> };
}

/** Builds and draws a proposal. Never throws. A logo the writer fails on gives way to the brand's name. */
export async function renderProposal(
  writer: PdfWriter,
  input: ProposalInput,
): Promise<Result<Uint8Array, ProposalError>> {
  const withLogos = await draw(writer, input, true);
  if (withLogos.ok || withLogos.error.type !== 'failed') return withLogos;
  const withNames = await draw(writer, input, false);
  return withNames.ok ? withNames : withLogos;
}

async function draw(
  writer: PdfWriter,
  input: ProposalInput,
  logos: boolean,
): Promise<Result<Uint8Array, ProposalError>> {
  try {
    const definition = buildProposal(input, { logos });
    return definition.ok ? ok(await writer.createPdf(definition.value).getBuffer()) : definition;
  } catch (error) {
    return err({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}
