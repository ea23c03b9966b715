import type { Column, Content } from 'pdfmake/interfaces';
import { validThrough } from './cover';
import { type DocumentKit, heading, label, textOf } from './document-kit';
import { colors, sizes } from './page';
import type { ProposalPlace } from '../proposal';

function party(kit: DocumentKit, name: string, place: ProposalPlace): Column {
  const { signature } = kit.texts;
  return {
    width: '*',
    stack: [
      { text: textOf(kit, name, place), bold: true, margin: [0, 0, 0, 26] },
      ...[signature.signature, signature.name, signature.position, signature.date].map((text): Content => ({
        table: {
          widths: ['*'],
          body: [[{ text: label(kit, text), fontSize: sizes.small, color: colors.muted }]],
        },
        layout: {
          hLineWidth: (index) => (index === 0 ? 0.75 : 0),
          hLineColor: () => colors.muted,
          vLineWidth: () => 0,
          paddingLeft: () => 0,
          paddingTop: () => 3,
        },
        margin: [0, 0, 0, 20],
      })),
    ],
  };
}

/** Room for both parties to sign, on one page. */
export function signatureBlock(kit: DocumentKit): Content {
  const { quote, account, partnerBrand } = kit.input;
  const { texts } = kit;
  return {
    unbreakable: true,
    stack: [
      heading(kit, texts.acceptance),
      {
        text: textOf(kit, texts.acceptanceNote(quote.number, validThrough(kit)), 'number'),
        margin: [0, 0, 0, 22],
        lineHeight: 1.25,
      },
      {
        columnGap: 40,
        columns: [
          party(kit, account?.name ?? texts.preparedFor, 'customer'),
          party(kit, partnerBrand.displayName, 'partner'),
        ],
      },
    ],
  };
}
