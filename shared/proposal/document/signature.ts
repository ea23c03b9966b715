import type { Column, Content } from 'pdfmake/interfaces';
import { validThrough } from './cover';
import { type DocumentKit, heading, label, textOf } from './document-kit';
import { colors, sizes } from './page';

/** One line to write on for each party. */
function signingLine(kit: DocumentKit, text: string): Content {
  const line = (): Column => ({
    width: '*',
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
  });
  // One made twice: the writer draws a text it has already drawn without its letters.
  return { columnGap: 40, columns: [line(), line()], margin: [0, 0, 0, 20] };
}

/** Room for both parties to sign, on one page. */
export function signatureBlock(kit: DocumentKit): Content {
  const { quote, account, partnerBrand } = kit.input;
  const { texts } = kit;
  const { signature } = texts;
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
        bold: true,
        columns: [
          { width: '*', text: textOf(kit, account?.name ?? texts.preparedFor, 'customer') },
          { width: '*', text: textOf(kit, partnerBrand.displayName, 'partner') },
        ],
        margin: [0, 0, 0, 30],
      },
      ...[signature.signature, signature.name, signature.position, signature.date].map((text) =>
        signingLine(kit, text),
      ),
    ],
  };
}
