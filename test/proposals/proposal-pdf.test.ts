import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/catalog/localized';
import { amendmentLine } from '#shared/domain/quote/contract-lines';
import { aContract, aContractLine, aLine, aSection, lines } from '#shared/domain/quote/quote.test-kit';
import { createFormats } from '#shared/proposal/formats';
import type { ProposalInput } from '#shared/proposal/proposal';
import { aLongProposal, aProposal } from '#shared/proposal/proposal.test-kit';
import { renderProposal } from '#shared/proposal/render-proposal';
import { textsByLanguage } from '#shared/proposal/texts/texts-by-language';
import { createWriter, pageTexts, poppler, renderPdf } from './pdf';

const writer = createWriter();
const textOf = async (input: ProposalInput): Promise<string> =>
  (await pageTexts(await renderPdf(input, writer))).join('\n');
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
/** Without any white space: where lines wrap is not what these tests are about. */
const solid = (text: string): string => text.replace(/\s+/gu, '');

describe('PRO-1 totals in the PDF are those of the quote, to the cent', () => {
  test.each(languages)('in %s', async (language) => {
    const input = aLongProposal(20, language);
    const { totals } = input.priced;
    const formats = createFormats(language, input.priced.currency);
    const text = solid(await textOf(input));
    for (const amount of [
      totals.sell,
      totals.oneTimeSell,
      totals.recurringSell,
      totals.optionalSell,
      totals.tax,
    ])
      expect(text).toContain(solid(formats.amount(amount)));
    expect(text).toContain(solid(formats.total(totals.gross)));
  });

  test('every line shows its own amount', async () => {
    const input = aLongProposal(20, 'en');
    const formats = createFormats('en', 'EUR');
    const text = await textOf(input);
    for (const line of input.priced.lines)
      expect(text).toContain(
        line.status === 'priced' ? formats.amount(line.amounts.sellLine) : 'a priced line',
      );
  });

  test('PR-40 a tax of nothing says why', async () => {
    const { account } = aProposal();
    const text = await textOf(
      aProposal({ account: account === null ? null : { ...account, country: 'DE', taxId: 'DE136695976' } }),
    );
    expect(text).toContain(textsByLanguage.en.taxReason['reverse-charge']);
  });
});

describe('PRO-1 every line is there', () => {
  test.each([1, 20, 500])('of %i, numbered, with the head on each page of the table', async (count) => {
    const input = aLongProposal(count, 'en', ['Software', 'Hardware']);
    const pages = await pageTexts(await renderPdf(input, writer));
    const rowOf = /^(\d+)\s?(?:Endpoint protection|Business continuity|Rack server|On-site)/gm;
    const numbers = pages.flatMap((page) => [...page.matchAll(rowOf)].map(([, number]) => Number(number)));
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    const tablePages = pages.filter((page) => page.match(rowOf) !== null);
    for (const page of tablePages) expect(page).toMatch(/Qty\s*Term[\s\S]*Unit price\s*Amount/);
    expect(tablePages.length).toBeGreaterThanOrEqual(Math.ceil(count / 25));
  });

  test('pages say which they are of how many', async () => {
    const pages = await pageTexts(await renderPdf(aLongProposal(60, 'en'), writer));
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pages.length}`));
  });

  test('sections have their subtotals, options stand apart with their own sum', async () => {
    const input = aProposal({
      quote: {
        items: [
          aSection({ id: 's1', title: 'Software' }),
          aLine({ id: 'a', description: 'Alpha', quantity: '2' }),
          aLine({ id: 'b', description: 'Beta', quantity: '3', optional: true }),
          aSection({ id: 's2', title: 'Services' }),
          aLine({ id: 'c', description: 'Gamma', quantity: '5' }),
        ],
      },
    });
    const text = await textOf(input);
    expect(text).toMatch(/Subtotal Software\s*200\.00/);
    expect(text).toMatch(/Subtotal Services\s*500\.00/);
    expect(text).toMatch(/not included in the total[\s\S]*Beta[\s\S]*All options together\s*300\.00/);
    expect(text).toMatch(/Net total\s*700\.00/);
    expect(text.indexOf('Beta')).toBeGreaterThan(text.indexOf('Gamma'));
  });

  test('a quote without lines is still a document', async () => {
    expect(await textOf(aProposal({ quote: { items: [] } }))).toContain('This proposal has no lines yet.');
  });
});

describe('PRO-2 the document has its own language', () => {
  test.each(languages)('headings, dates and catalog names in %s', async (language) => {
    const name = { en: 'Router', pl: 'Router pokładowy', ru: 'Маршрутизатор', 'zh-CN': '路由器' };
    const input = aProposal({
      language,
      products: [{ sku: 'LIC-1', product: { name } }],
      quote: {
        items: [aLine({ description: 'Router' }), aLine({ id: 'own', description: 'Our own words' })],
      },
    });
    const text = solid(await textOf(input));
    const texts = textsByLanguage[language];
    const wording = [texts.proposal, texts.offer, texts.gross, texts.acceptance, texts.columns.unitPrice];
    for (const expected of [...wording, name[language], 'Our own words'])
      expect(text).toContain(solid(expected));
    expect(text).toContain(solid(plain(createFormats(language, 'EUR').day('2026-03-30'))));
  });

  test('no wording of ours has a character the fonts lack, in any language', async () => {
    for (const language of languages) {
      const result = await renderProposal(writer, aLongProposal(9, language, ['A', 'B']));
      expect(result.ok).toBe(true);
    }
  });
});

describe('PRO-1 no character is lost', () => {
  test('Polish, Cyrillic and Chinese texts all appear, in whatever language the document is', async () => {
    const mixed = 'Zażółć gęślą jaźń · Съешь ещё этих булок · 终端安全防护软件（企业版）';
    const input = aProposal({
      quote: {
        title: mixed,
        introduction: mixed,
        terms: mixed,
        items: lines({ description: mixed, note: mixed }),
      },
    });
    const text = solid(await textOf(input));
    expect(text.split(solid(mixed)).length - 1).toBeGreaterThanOrEqual(5);
    const byPoppler = solid(poppler('pdftotext', ['-', '-'], await renderPdf(input, writer)).toString());
    for (const part of ['Zażółć', 'Съешь', '终端安全防护软件']) expect(byPoppler).toContain(part);
  });

  test('a character no font has is refused, with its line', async () => {
    const input = aProposal({
      quote: { introduction: 'Hi 👋', items: lines({}, { note: 'Deal! 🎉🎉 שלום' }) },
    });
    expect(await renderProposal(writer, input)).toEqual({
      ok: false,
      error: {
        type: 'missing-glyphs',
        texts: [
          { place: 'introduction', itemId: null, lineNumber: null, characters: ['👋'] },
          { place: 'note', itemId: 'line-2', lineNumber: 2, characters: ['🎉', 'ש', 'ל', 'ו', 'ם'] },
        ],
      },
    });
  });

  test.each([
    ['words', 'word and another one. '],
    ['one unbroken word', 'abcdefghij'],
    ['Chinese', '这是一段很长的说明文字，'],
    ['line ends', 'line\n'],
    ['wide letters', 'WWWW MMMM '],
    ['Chinese full stops only', '。'],
  ])('10,000 characters of %s in one cell flow over the pages', async (_, piece) => {
    const long = `${piece.repeat(10_000).slice(0, 9_990)} THE END`.slice(-10_000);
    const input = aProposal({
      quote: {
        items: lines({ description: 'before' }, { description: long, note: long }, { description: 'after' }),
        introduction: long,
      },
    });
    const text = solid(await textOf(input));
    expect(text.split('THEEND')).toHaveLength(4);
    expect(text).toContain('after');
    const count = (some: string): number => some.split(piece[0] ?? '').length - 1;
    expect(count(text)).toBeGreaterThanOrEqual(3 * count(solid(long)));
  });
});

describe('PR-50, PR-143 changes of a contract and ramps on paper', () => {
  const month = { kind: 'recurring', period: 'month', termMonths: 12 } as const;
  const items = [
    aLine({
      id: 'ramp',
      sku: 'SUB-1',
      term: {
        startsOn: '2026-04-01',
        end: { kind: 'months', months: 12 },
        billing: 'quarterly',
        ramp: [
          { months: 6, quantity: '10' },
          { months: 6, quantity: '25' },
        ],
      },
    }),
    amendmentLine(aContractLine(), { id: 'less', action: 'reduce', quantity: '2', startsOn: '2026-10-01' }),
  ];

  test.each(['EUR', 'JPY'])('a credit is below zero and paid by nobody, in %s', async (currency) => {
    const input = aProposal({
      products: [{ sku: 'SUB-1', list: '20', product: { charge: month } }],
      book: { currency },
      policy: { proration: 'monthly-exact', creditReductions: true },
      quote: { currency, contractId: 'contract-1', items },
      terms: { contracts: [aContract({ currency })] },
    });
    const text = await textOf(input);
    const formats = createFormats('en', currency);
    expect(text).toContain(formats.amount('-60'));
    expect(text).not.toContain(textsByLanguage.en.billing.upfront);
    expect(text).toContain('10\u201325');
    expect(text).toContain('6 months: 10; 6 months: 25');
    expect(solid(text)).toContain(solid(plain(formats.total(input.priced.totals.gross))));
  });
});

describe('signing', () => {
  test.each(languages)('both parties have a line for each of their details, in %s', async (language) => {
    const input = aProposal({ language });
    const text = (await pageTexts(await renderPdf(input, writer))).at(-1) ?? '';
    const { signature } = textsByLanguage[language];
    for (const caption of Object.values(signature))
      expect(text.split(caption).length - 1).toBeGreaterThanOrEqual(2);
  });
});

describe('what a proposal never says', () => {
  test('QUO-5 no cost, no margin, no internal note, no buy amount', async () => {
    const input = aProposal({
      quote: {
        internalNotes: 'they would pay more',
        items: lines({ quantity: '7', sell: { kind: 'margin', percent: '37' } }),
      },
      policy: { tierDiscounts: [{ tier: 'gold', family: null, percent: '31.7' }] },
    });
    const [line] = input.priced.lines;
    const amounts = line?.status === 'priced' ? line.amounts : undefined;
    const text = await textOf(input);
    const formats = createFormats('en', 'EUR');
    expect(amounts?.buyLine).not.toBe(amounts?.sellLine);
    for (const secret of [amounts?.buyLine, amounts?.buyUnit, amounts?.margin, input.priced.totals.margin])
      expect(text).not.toContain(formats.amount(secret ?? ''));
    expect(text).not.toMatch(/margin|cost|markup|buy|31\.7|they would pay/i);
  });

  test('a line priced above list shows no list price and no discount', async () => {
    const input = aProposal({ quote: { items: lines({ sell: { kind: 'fixed', unitPrice: '120.00' } }) } });
    const text = await textOf(input);
    expect(text).not.toMatch(/List price|Discount/);
  });

  test('lines without a price are refused by SKU', async () => {
    const input = aProposal({ quote: { items: lines({}, { sku: 'GONE-1' }) } });
    expect(await renderProposal(writer, input)).toEqual({
      ok: false,
      error: { type: 'unpriced-lines', skus: ['GONE-1'] },
    });
  });
});

describe('brands', () => {
  test.each([
    ['none', ''],
    ['broken', '<svg viewBox="0 0 10 10"><path d="M0 0 L10'],
    ['not closed inside', '<svg viewBox="0 0 10 10"><g></svg>'],
    [
      'with a picture from elsewhere',
      '<svg viewBox="0 0 9 9"><image href="http://x.example/a.png" width="9" height="9"/></svg>',
    ],
  ])('a logo that is %s does not stop the proposal', async (_, logoSvg) => {
    const text = await textOf(aProposal({ brand: { logoSvg } }));
    expect(text).toContain('Vistula IT');
  });

  test.each(['#ffffff', '#ffff00', '#000000', '#7f7f7f', '#e11d48'])(
    'accent %s draws',
    async (accentColor) => {
      const pages = await pageTexts(await renderPdf(aProposal({ brand: { accentColor } }), writer));
      expect(pages.length).toBeGreaterThanOrEqual(2);
    },
  );
});
