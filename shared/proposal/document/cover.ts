import type { Column, Content } from 'pdfmake/interfaces';
import { addDays } from '../../lib/clock';
import type { Brand } from '../../domain/partner/partner';
import type { ProposalPlace } from '../proposal';
import { type DocumentKit, label, textOf } from './document-kit';
import type { Logo } from './logo';
import { colors, contentWidth, page, sizes } from './page';

/** The coloured panel with the title: from under the logos to above the details. */
export const coverPanel = { top: 132, height: 330 } as const;

/** Long titles get smaller letters; Chinese ones count double for their width. */
function titleSize(title: string): number {
  const length = Array.from(title).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  if (length <= 36) return 34;
  if (length <= 72) return 28;
  return length <= 120 ? 22 : 16;
}

interface Mark {
  readonly brand: Brand;
  readonly logo: Logo | null;
  readonly place: ProposalPlace;
  readonly fit: [width: number, height: number];
  readonly alignment: 'left' | 'right';
}

function brandMark(kit: DocumentKit, { brand, logo, place, fit, alignment }: Mark): Content {
  const name = textOf(kit, brand.displayName, place);
  return logo === null
    ? {
        text: name,
        bold: true,
        fontSize: brand.displayName.length > 40 ? 10 : 15,
        color: kit.accent.ink,
        alignment,
      }
    : { svg: logo.svg, font: logo.font, fit, alignment };
}

const caption = (kit: DocumentKit, text: string, color: string): Content => ({
  text: label(kit, text),
  fontSize: sizes.small,
  color,
  margin: [0, 0, 0, 3],
});

function block(kit: DocumentKit, title: string, place: ProposalPlace, lines: readonly string[]): Column {
  const [first = '', ...others] = lines.filter((line) => line.trim() !== '');
  // The longest names and addresses the records allow still end above the facts.
  const isLong = lines.join('').length > 260;
  return {
    width: '*',
    stack: [
      caption(kit, title, colors.muted),
      {
        text: textOf(kit, first, place),
        bold: true,
        fontSize: isLong ? 8.5 : sizes.lead,
        margin: [0, 0, 0, 2],
      },
      ...others.map((line) => ({
        text: textOf(kit, line, place),
        lineHeight: isLong ? 1 : 1.2,
        fontSize: isLong ? 7.5 : sizes.body,
      })),
    ],
  };
}

function customerLines(kit: DocumentKit): string[] {
  const { account, contact } = kit.input;
  const lines =
    account === null
      ? []
      : [
          account.name,
          account.street,
          `${account.postalCode} ${account.city}`.trim(),
          kit.formats.country(account.country),
          account.taxId === '' ? '' : kit.texts.taxId(account.taxId),
        ];
  if (contact === null) return lines;
  return [
    ...lines,
    kit.texts.attention([contact.name, contact.jobTitle].filter(Boolean).join(', ')),
    contact.email,
  ];
}

function fact(kit: DocumentKit, name: string, value: string, place: ProposalPlace): Column {
  return {
    width: '*',
    stack: [
      caption(kit, name, colors.muted),
      { text: textOf(kit, value, place), bold: true, fontSize: sizes.lead, color: kit.accent.ink },
    ],
  };
}

/** The day after which the proposal can no longer be accepted: `validity.until` is the first day it can't (PR-31). */
export const validThrough = (kit: DocumentKit): string =>
  kit.formats.day(addDays(kit.input.priced.validity.until, -1));

export function coverBackground(kit: DocumentKit): Content {
  const { area, ink } = kit.accent;
  return {
    canvas: [
      { type: 'rect', x: 0, y: coverPanel.top, w: page.width, h: coverPanel.height, color: area },
      { type: 'rect', x: 0, y: coverPanel.top + coverPanel.height, w: page.width, h: 4, color: ink },
    ],
  };
}

export function cover(kit: DocumentKit): Content[] {
  const { quote, account, author, partnerBrand, vendorBrand } = kit.input;
  const { texts, formats, accent } = kit;
  const title = quote.title.trim() === '' ? texts.proposal : quote.title;
  const customer = customerLines(kit);
  return [
    {
      absolutePosition: { x: page.side, y: 48 },
      columns: [
        {
          width: '*',
          stack: [
            brandMark(kit, {
              brand: partnerBrand,
              logo: kit.partnerLogo,
              place: 'partner',
              fit: [220, 52],
              alignment: 'left',
            }),
          ],
        },
        {
          width: 150,
          alignment: 'right',
          stack: [
            caption(kit, texts.inPartnershipWith, colors.muted),
            brandMark(kit, {
              brand: vendorBrand,
              logo: kit.vendorLogo,
              place: 'vendor',
              fit: [120, 30],
              alignment: 'right',
            }),
          ],
        },
      ],
    },
    {
      absolutePosition: { x: page.side, y: coverPanel.top + 44 },
      columns: [
        {
          width: contentWidth - 20,
          stack: [
            {
              text: label(kit, texts.proposal),
              fontSize: sizes.lead,
              color: accent.onArea,
              margin: [0, 0, 0, 14],
            },
            {
              text: textOf(kit, title, 'title'),
              fontSize: titleSize(title),
              bold: true,
              color: accent.onArea,
              lineHeight: 1.1,
              margin: [0, 0, 0, 18],
            },
            {
              text: textOf(kit, account?.name ?? '', 'customer'),
              fontSize: (account?.name.length ?? 0) > 60 ? sizes.lead : 16,
              color: accent.onArea,
            },
          ],
        },
      ],
    },
    {
      absolutePosition: { x: page.side, y: coverPanel.top + coverPanel.height + 40 },
      columnGap: 24,
      columns: [
        ...(customer.length === 0 ? [] : [block(kit, texts.preparedFor, 'customer', customer)]),
        block(kit, texts.preparedBy, 'author', [
          author.name,
          partnerBrand.displayName,
          author.email,
          author.phone,
        ]),
      ],
    },
    {
      absolutePosition: { x: page.side, y: 706 },
      columnGap: 16,
      columns: [
        fact(kit, texts.number, quote.number, 'number'),
        fact(kit, texts.revision, formats.count(quote.revision), 'number'),
        fact(kit, texts.date, formats.day(quote.pricingDate), 'label'),
        fact(kit, texts.validThrough, validThrough(kit), 'label'),
      ],
    },
    { text: '', pageBreak: 'after' },
  ];
}
