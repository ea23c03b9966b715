import { err, type Result } from '#shared/lib/result';
import type { ProposalError, ProposalInput } from '#shared/proposal/proposal';
import { type PdfWriter, proposalFontFiles, renderProposal } from '#shared/proposal/render-proposal';

/** Bytes of each font by file name. */
export type FontBytes = Readonly<Record<string, Uint8Array>>;

export interface ProposalMaker {
  makePdf(input: ProposalInput): Promise<Result<Uint8Array, ProposalError>>;
}

/** Reads the fonts once, with the first PDF; a failed reading is tried again with the next. */
export function createProposalMaker(
  readFont: (file: string) => Promise<Uint8Array>,
  createWriter: (fonts: FontBytes) => PdfWriter,
): ProposalMaker {
  let writer: Promise<PdfWriter> | null = null;

  const readWriter = async (): Promise<PdfWriter> => {
    const fonts = await Promise.all(
      proposalFontFiles.map(async (file) => [file, await readFont(file)] as const),
    );
    return createWriter(Object.fromEntries(fonts));
  };

  return {
    makePdf: async (input) => {
      try {
        writer ??= readWriter();
        await writer;
      } catch {
        writer = null;
        return err({ type: 'fonts-unavailable' });
      }
      return renderProposal(await writer, input);
    },
  };
}

/** A TrueType file starts with its version, 1.0. A host answering every unknown address with the app's page does not. */
const isTrueType = (bytes: Uint8Array): boolean =>
  bytes[0] === 0 && bytes[1] === 1 && bytes[2] === 0 && bytes[3] === 0;

/** Of this origin, or of the service worker's cache with no network. */
export async function fetchFont(file: string): Promise<Uint8Array> {
  const response = await fetch(`/fonts/${file}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok || !isTrueType(bytes)) throw new Error(`No font at ${response.url}`);
  return bytes;
}
