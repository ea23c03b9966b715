import { expose, transfer } from 'comlink';
import pdfMake from 'pdfmake/build/pdfmake';
import { ok } from '#shared/lib/result';
import type { ProposalInput } from '#shared/proposal/proposal';
import { proposalFontDictionary } from '#shared/proposal/render-proposal';
import { createProposalMaker, fetchFont, type FontBytes, type ProposalMaker } from './proposal-maker';

const maker = createProposalMaker(fetchFont, (fonts: FontBytes) => {
  const files = Object.fromEntries(
    Object.entries(fonts).map(([file, data]) => [file, { data, encoding: 'binary' }]),
  );
  // The types know only base64 text; bytes spare 14 MB of it.
  pdfMake.addVirtualFileSystem(files as never);
  pdfMake.setFonts(proposalFontDictionary);
  // A proposal is made of what is on the device: nothing is ever fetched for it.
  pdfMake.setUrlAccessPolicy(() => false);
  return pdfMake;
});

const worker: ProposalMaker = {
  makePdf: async (input: ProposalInput) => {
    const pdf = await maker.makePdf(input);
    if (!pdf.ok) return pdf;
    const bytes = new Uint8Array(pdf.value);
    return transfer(ok(bytes), [bytes.buffer]);
  },
};
expose(worker);
