import { describe, expect, test } from 'vitest';
import { checkConfiguration } from '#shared/domain/catalog/configuration/check-configuration';
import { circularPath } from '#shared/domain/catalog/configuration/circular-path';
import type { ConfiguredLine } from '#shared/domain/catalog/configuration/configured-line';
import { contradictionOf } from '#shared/domain/catalog/configuration/contradiction';
import { defaultComponents } from '#shared/domain/catalog/configuration/default-components';
import {
  followGuide,
  questionsToAsk,
  type GuideAnswers,
} from '#shared/domain/catalog/configuration/follow-guide';
import { relatedSkus } from '#shared/domain/catalog/configuration/related-skus';
import { isInForce } from '#shared/domain/pricing/effective';
import { buildGuides } from './build-guides';
import { buildDemoCatalog } from './demo-catalog';

const today = '2026-11-21';
const { products, dimensions } = buildDemoCatalog(today);
const bySku = new Map(products.map((product) => [product.sku, product]));
const productOf = (sku: string) => bySku.get(sku);
const bundles = products.filter(({ bundle }) => bundle);
const guides = buildGuides(['north', 'south'], products, dimensions);

const isOnSale = (sku: string): boolean => {
  const product = bySku.get(sku);
  return product !== undefined && isInForce(today, product.orderableFrom, product.orderableUntil);
};

describe('CAT-3 the demo’s bundles', () => {
  test('a server, a kit at one price, and a suite', () => {
    expect(bundles.map(({ sku, bundle }) => [sku, bundle?.pricing])).toEqual([
      ['HS-CTO-R240', 'sum'],
      ['HS-KIT-BRANCH', 'fixed'],
      ['HS-KIT-OFFICE-1Y', 'sum'],
    ]);
  });
  test.each(bundles.map(({ sku }) => sku))(
    '%s is complete as it begins, of products that are on sale',
    (sku) => {
      const bundle = bySku.get(sku)?.bundle;
      if (!bundle) throw new Error('a bundle');
      expect(circularPath(sku, productOf)).toBeUndefined();
      for (const { options } of bundle.groups)
        for (const option of options) expect([option.sku, isOnSale(option.sku)]).toEqual([option.sku, true]);
      const lines: ConfiguredLine[] = [
        { id: 'parent', sku, quantity: '1', optional: false },
        ...defaultComponents(bundle).map(({ optionId, sku: part, quantity }) => ({
          id: optionId,
          sku: part,
          quantity,
          optional: false,
          component: { parentId: 'parent', optionId },
        })),
      ];
      expect(checkConfiguration(lines, productOf).filter(({ severity }) => severity === 'hard')).toEqual([]);
    },
  );
});

describe('CAT-4 the demo’s constraints', () => {
  test('name products there are, and none contradicts itself', () => {
    for (const product of products) {
      for (const sku of relatedSkus(product))
        expect([product.sku, bySku.has(sku) ? sku : 'none']).toEqual([product.sku, sku]);
      expect([product.sku, contradictionOf(product, productOf)]).toEqual([product.sku, undefined]);
    }
  });
  test('every kind of constraint is there', () => {
    const kinds = products.flatMap(({ constraints = [] }) => constraints.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).toEqual([
      'attribute-equal',
      'attribute-sum',
      'excludes',
      'recommends',
      'requires',
    ]);
  });
  test('the large processor brings its cooling and its power supplies, each with one fix', () => {
    const server = ['p800', 'c64', 'm64', 'ssd', 'rails'].map((optionId) => ({
      id: optionId,
      sku:
        { p800: 'HS-SVO-P800', c64: 'HS-SVO-C64', m64: 'HS-SVO-M64', ssd: 'HS-DRV-SSD-960G' }[optionId] ??
        'HS-SVO-RAIL',
      quantity: optionId === 'rails' ? '1' : '2',
      optional: false,
      component: { parentId: 'server', optionId },
    }));
    const issues = checkConfiguration(
      [{ id: 'server', sku: 'HS-CTO-R240', quantity: '1', optional: false }, ...server],
      productOf,
    );
    expect(
      issues.map(({ detail, fixes }) => [
        detail.kind,
        fixes[0]?.changes.map((change) => ('sku' in change ? change.sku : change.kind)),
      ]),
    ).toEqual([
      ['requires', ['HS-SVO-COOL']],
      ['excludes', ['remove-line', 'HS-SVO-P1600']],
    ]);
  });
  test('QUO-6 a next edition is on sale and is charged alike', () => {
    const steps = products.filter(({ nextEditionSku }) => nextEditionSku);
    expect(steps.length).toBeGreaterThan(500);
    for (const { sku, nextEditionSku = '', charge } of steps) {
      expect([sku, isOnSale(nextEditionSku), productOf(nextEditionSku)?.charge]).toEqual([sku, true, charge]);
    }
  });
});

describe('CAT-5 the demo’s guides', () => {
  const [guide] = guides;
  if (!guide) throw new Error('a guide');
  const follow = (given: Record<string, string | string[]>) => {
    const answers: GuideAnswers = new Map(Object.entries(given));
    return followGuide(guide, answers, productOf)
      .suggestions.filter(({ best }) => best)
      .map(({ sku, quantity }) => [sku, quantity]);
  };

  test('every partner has one, and it names products that are on sale', () => {
    expect(guides.map(({ partnerId }) => partnerId)).toEqual(['north', 'south']);
    for (const { sku } of guide.offers.flatMap(({ skus }) => skus))
      expect([sku, isOnSale(sku)]).toEqual([sku, true]);
  });
  test('a small cloud office gets little, a critical one with servers gets a lot', () => {
    expect(
      follow({
        users: '12',
        devices: '1.3',
        work: ['anywhere'],
        data: ['cloud'],
        rules: ['none'],
        team: ['own'],
      }),
    ).toEqual([
      ['HS-EPP-BUS-1Y-10', '16'],
      ['HS-IDM-BUS-1Y-10', '12'],
      ['HS-SAC-ADV-1Y-10', '12'],
      ['HS-MAI-STD-1Y-10', '12'],
      ['HS-TRN-SEC-SEL', '1'],
    ]);
    const large = follow({
      users: '400',
      devices: '1.5',
      work: ['mixed'],
      sites: '3',
      data: ['both'],
      terabytes: '20',
      rules: ['critical'],
      team: ['nobody'],
    });
    expect(large).toContainEqual(['HS-EPP-XDR-1Y-500', '600']);
    expect(large).toContainEqual(['HS-BKP-ENT-1Y-25T', '25']);
    expect(large).toContainEqual(['HS-NGF-F200-T3-RP', '3']);
  });
  test('what it proposes fits together', () => {
    const answers: GuideAnswers = new Map<string, string | string[]>([
      ['users', '400'],
      ['devices', '1.5'],
      ['work', ['mixed']],
      ['sites', '3'],
      ['data', ['both']],
      ['terabytes', '20'],
      ['rules', ['critical']],
      ['team', ['nobody']],
    ]);
    expect(questionsToAsk(guide, answers)).toHaveLength(8);
    const lines = followGuide(guide, answers, productOf)
      .suggestions.filter(({ best }) => best)
      .map(({ sku, quantity }) => ({ id: sku, sku, quantity, optional: false }));
    expect(checkConfiguration(lines, productOf).filter(({ severity }) => severity === 'hard')).toEqual([]);
  });
});
