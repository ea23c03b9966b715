import type { Content } from 'pdfmake/interfaces';
import { type DocumentKit, label, textOf } from './document-kit';
import { colors, contentWidth, page, sizes } from './page';

const ruleAcross = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.5, lineColor: colors.rule }],
  margin: [0, 6, 0, 6],
});

const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text);

/** On every page but the cover: whose proposal, and which. */
export function runningHead(kit: DocumentKit, currentPage: number): Content {
  if (currentPage === 1) return '';
  const { quote, partnerBrand } = kit.input;
  const title = quote.title.trim() === '' ? kit.texts.proposal : shortened(quote.title);
  return {
    margin: [page.side, 26, page.side, 0],
    fontSize: sizes.small,
    color: colors.muted,
    stack: [
      {
        columnGap: 16,
        columns: [
          kit.partnerLogo === null
            ? { width: 150, text: textOf(kit, shortened(partnerBrand.displayName), 'partner'), bold: true }
            : { width: 150, svg: kit.partnerLogo.svg, font: kit.partnerLogo.font, fit: [96, 20] },
          {
            width: '*',
            alignment: 'right',
            stack: [
              { text: textOf(kit, title, 'title') },
              {
                text: textOf(
                  kit,
                  `${quote.number} · ${kit.texts.revision} ${kit.formats.count(quote.revision)}`,
                  'number',
                ),
              },
            ],
          },
        ],
      },
    ],
  };
}

/** Whom to reach, and where in the document this page stands. */
export function runningFoot(kit: DocumentKit, currentPage: number, pageCount: number): Content {
  const { partnerBrand } = kit.input;
  const contacts = [partnerBrand.displayName, ...partnerBrand.contactLines].filter(
    (line) => line.trim() !== '',
  );
  return {
    margin: [page.side, 14, page.side, 0],
    fontSize: sizes.small,
    color: colors.muted,
    stack: [
      ruleAcross(),
      {
        columnGap: 16,
        columns: [
          { width: '*', text: textOf(kit, shortenedContacts(contacts), 'partner') },
          {
            width: 90,
            alignment: 'right',
            text: label(kit, kit.texts.page(kit.formats.count(currentPage), kit.formats.count(pageCount))),
          },
        ],
      },
    ],
  };
}

/** Three lines at most fit under the page. */
const shortenedContacts = (lines: readonly string[]): string => {
  const text = lines.join(' · ');
  return text.length > 260 ? `${text.slice(0, 259).trimEnd()}…` : text;
};
