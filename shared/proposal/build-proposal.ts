import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { err, ok, type Result } from '../lib/result';
import { accentOf } from './document/accent';
import { cover, coverBackground } from './document/cover';
import { type DocumentKit, heading, label, paragraphs } from './document/document-kit';
import { lineColumns } from './document/line-columns';
import { lineTable } from './document/line-table';
import { readLogo } from './document/logo';
import { colors, page, sizes } from './document/page';
import { runningFoot, runningHead } from './document/running-head';
import { signatureBlock } from './document/signature';
import { totals } from './document/totals';
import { createFormats } from './formats';
import { type Offer, offerOf } from './offered-lines';
import type { ProposalError, ProposalInput } from './proposal';
import { cleanText } from './text/clean-text';
import { proposalFonts } from './text/split-runs';
import { createTypesetter } from './text/typesetter';
import { textsByLanguage } from './texts/texts-by-language';

export interface ProposalOptions {
  /** false: the brands' names stand where their logos would, for a logo the writer can't draw. */
  readonly logos: boolean;
}

/**
 * PRO-1, PRO-2: a priced quote as a document definition for pdfmake. Pure; shows only what the customer may see. Refuses lines
 * without a price, and texts with characters that no proposal font has.
 */
export function buildProposal(
  input: ProposalInput,
  options: ProposalOptions = { logos: true },
): Result<TDocumentDefinitions, ProposalError> {
  const offer = offerOf(input);
  if (offer.unpriced.length > 0) return err({ type: 'unpriced-lines', skus: offer.unpriced });

  const kit: DocumentKit = {
    input,
    texts: textsByLanguage[input.language],
    formats: createFormats(input.language, input.priced.currency),
    typesetter: createTypesetter(),
    accent: accentOf(input.partnerBrand.accentColor),
    partnerLogo: options.logos ? readLogo(input.partnerBrand.logoSvg) : null,
    vendorLogo: options.logos ? readLogo(input.vendorBrand.logoSvg) : null,
  };
  const content = [
    ...cover(kit),
    ...introduction(kit),
    ...offerTables(kit, offer),
    totals(kit),
    ...terms(kit),
    signatureBlock(kit),
  ];
  // Head and foot are set later, page by page: set them once now, so that what they lack is known before anything is drawn.
  runningHead(kit, 2);
  runningFoot(kit, 1, 1);
  const missing = kit.typesetter.missing();
  if (missing.length > 0) return err({ type: 'missing-glyphs', texts: missing });

  const { quote, partnerBrand, author } = input;
  return ok({
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    language: input.language,
    displayTitle: true,
    info: {
      title: cleanText(`${kit.texts.proposal} ${quote.number}: ${quote.title}`),
      author: cleanText(`${author.name}, ${partnerBrand.displayName}`),
    },
    defaultStyle: { font: proposalFonts.latin, fontSize: sizes.body, color: colors.text },
    background: (currentPage) => (currentPage === 1 ? coverBackground(kit) : null),
    header: (currentPage) => runningHead(kit, currentPage),
    footer: (currentPage, pageCount) => runningFoot(kit, currentPage, pageCount),
    content,
    // A heading near the foot of a page would stand there without its text.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel === 1 && startPosition.verticalRatio > 0.82,
  });
}

function introduction(kit: DocumentKit): Content[] {
  const text = kit.input.quote.introduction;
  if (text.trim() === '') return [];
  return [heading(kit, kit.texts.introduction), paragraphs(kit, text, 'introduction')];
}

function terms(kit: DocumentKit): Content[] {
  const text = kit.input.quote.terms;
  if (text.trim() === '') return [];
  return [heading(kit, kit.texts.terms), paragraphs(kit, text, 'terms')];
}

function offerTables(kit: DocumentKit, offer: Offer): Content[] {
  const { texts, formats, input } = kit;
  const lines = offer.sections.flatMap((section) => section.lines);
  const hasSections = offer.sections.some(({ section }) => section !== null);
  const sums = offer.sections.map(({ subtotal }) => formats.amount(subtotal));
  const columns = lineColumns(kit, lines, sums);
  const optionsSum = formats.amount(offer.optionsTotal);
  const note = (text: string): Content => ({
    text: label(kit, text),
    fontSize: sizes.small + 1,
    color: colors.muted,
    margin: [0, 0, 0, 12],
  });
  return [
    heading(kit, texts.offer),
    note(lines.length === 0 ? texts.noLines : texts.amountsIn(input.priced.currency)),
    ...offer.sections.map(({ section, lines, subtotal }) =>
      lineTable(kit, {
        title: section?.title ?? texts.columns.description,
        remark: '',
        titleOrigin:
          section === null ? { place: 'label', itemId: null } : { place: 'section', itemId: section.id },
        lines,
        sum:
          hasSections && section !== null
            ? { text: texts.subtotal(section.title), amount: formats.amount(subtotal) }
            : null,
        columns,
      }),
    ),
    ...(offer.alternatives.length === 0
      ? []
      : [
          lineTable(kit, {
            title: texts.alternatives,
            remark: texts.alternativesNote,
            titleOrigin: { place: 'label', itemId: null },
            lines: offer.alternatives,
            sum: null,
            columns: lineColumns(kit, offer.alternatives, []),
          }),
        ]),
    ...(offer.options.length === 0
      ? []
      : [
          lineTable(kit, {
            title: texts.options,
            remark: texts.optionsNote,
            titleOrigin: { place: 'label', itemId: null },
            lines: offer.options,
            sum: { text: texts.optionsTotal, amount: optionsSum },
            columns: lineColumns(kit, offer.options, [optionsSum]),
          }),
        ]),
  ];
}
