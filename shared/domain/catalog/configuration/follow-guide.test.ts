import { describe, expect, it } from 'vitest';
import { sellingGuideSchema, type SellingGuide } from '../selling-guide';
import { catalogOf, product } from './a-catalog.test-kit';
import { followGuide, questionsToAsk, type GuideAnswers } from './follow-guide';

const text = (en: string) => ({ en });
const chosen = (question: string, ...anyOf: string[]) => ({ kind: 'chosen' as const, question, anyOf });
const perUser = (factor: string) => ({
  terms: [{ factor, questions: ['users'] }],
  constant: '0',
  step: '1',
  atLeast: '0',
});

const guide: SellingGuide = {
  id: 'guide-1',
  partnerId: 'partner-1',
  catalogId: 'catalog-main',
  name: text('Protect an office'),
  description: text(''),
  purposes: [
    { id: 'endpoint', name: text('Devices') },
    { id: 'edge', name: text('Network edge') },
  ],
  questions: [
    {
      id: 'users',
      text: text('How many people?'),
      when: [],
      answer: { kind: 'number', least: '1', most: '5000', usual: '25', unit: text('people') },
    },
    {
      id: 'where',
      text: text('Where does it run?'),
      when: [],
      answer: {
        kind: 'choice',
        multiple: false,
        options: [
          { id: 'cloud', label: text('Cloud') },
          { id: 'site', label: text('On site') },
        ],
      },
    },
    {
      id: 'sites',
      text: text('How many sites?'),
      when: [chosen('where', 'site')],
      answer: { kind: 'number', least: '1', most: '100', usual: '1', unit: text('sites') },
    },
  ],
  offers: [
    {
      purpose: 'endpoint',
      skus: [
        { from: '5', sku: 'basic-5' },
        { from: '25', sku: 'basic-25' },
      ],
      quantity: perUser('1.2'),
      when: [],
      score: 50,
      reason: text('Every device is covered.'),
    },
    {
      purpose: 'endpoint',
      skus: [{ from: '1', sku: 'xdr' }],
      quantity: perUser('1'),
      when: [],
      score: 30,
      reason: text('Hunts.'),
    },
    {
      purpose: 'edge',
      skus: [{ from: '1', sku: 'firewall' }],
      quantity: { terms: [{ factor: '1', questions: ['sites'] }], constant: '1', step: '2', atLeast: '1' },
      when: [chosen('where', 'site')],
      score: 40,
      reason: text('Guards a site.'),
    },
  ],
  rules: [
    {
      when: [{ kind: 'number', question: 'users', from: '100', below: null }],
      target: { skus: [], family: 'XDR' },
      effect: { kind: 'weigh', score: 30 },
      reason: text('Many people are a target.'),
    },
    {
      when: [chosen('where', 'cloud')],
      target: { skus: ['xdr'], family: null },
      effect: { kind: 'exclude' },
      reason: text('Needs an own network.'),
    },
  ],
};
const products = catalogOf(
  product('basic-5'),
  product('basic-25'),
  product('xdr', { family: 'XDR' }),
  product('firewall'),
);
const answers = (given: Record<string, string | string[]>): GuideAnswers => new Map(Object.entries(given));
const follow = (given: Record<string, string | string[]>) => followGuide(guide, answers(given), products);

describe('CAT-5 guided selling', () => {
  it('the guide of these tests is valid', () => {
    expect(sellingGuideSchema.parse(guide)).toEqual(guide);
  });
  it('asks what the answers so far call for', () => {
    const ids = (given: Record<string, string | string[]>) =>
      questionsToAsk(guide, answers(given)).map(({ id }) => id);
    expect(ids({})).toEqual(['users', 'where']);
    expect(ids({ where: ['site'] })).toEqual(['users', 'where', 'sites']);
    expect(ids({ where: ['nowhere'] })).toEqual(['users', 'where']);
  });
  it('quantities are exact and rounded up to whole steps, and choose the size', () => {
    expect(follow({ users: '20' }).suggestions[0]).toMatchObject({ sku: 'basic-5', quantity: '24' });
    expect(follow({ users: '21' }).suggestions[0]).toMatchObject({ sku: 'basic-25', quantity: '26' });
    expect(follow({ users: '25', where: ['site'], sites: '2' }).suggestions.at(-1)).toMatchObject({
      sku: 'firewall',
      quantity: '4',
    });
  });
  it('below the first size nothing is proposed', () => {
    expect(follow({ users: '4', where: ['cloud'] }).suggestions.map(({ sku }) => sku)).toEqual(['basic-5']);
    expect(follow({ users: '3', where: ['cloud'] }).suggestions).toEqual([]);
  });
  it('answers move a product up the ranking and say why', () => {
    expect(
      follow({ users: '50', where: ['site'], sites: '1' }).suggestions.map(({ sku, best }) => [sku, best]),
    ).toEqual([
      ['basic-25', true],
      ['xdr', false],
      ['firewall', true],
    ]);
    const [first] = follow({ users: '100', where: ['site'], sites: '1' }).suggestions;
    expect(first).toMatchObject({
      sku: 'xdr',
      score: 60,
      best: true,
      reasons: [
        { text: { en: 'Hunts.' }, questions: [], score: 30 },
        { text: { en: 'Many people are a target.' }, questions: ['users'], score: 30 },
      ],
    });
  });
  it('what an answer rules out is not proposed, and it is said why', () => {
    const result = follow({ users: '100', where: ['cloud'] });
    expect(result.suggestions.map(({ sku }) => sku)).toEqual(['basic-25']);
    expect(result.excluded).toMatchObject([
      { sku: 'xdr', reasons: [{ text: { en: 'Needs an own network.' } }] },
    ]);
  });
  it('an answer to a question no longer asked, or out of its range, counts for nothing', () => {
    expect(follow({ users: '50', where: ['cloud'], sites: '9' }).suggestions.map(({ sku }) => sku)).toEqual([
      'basic-25',
    ]);
    expect(follow({ users: '9999' }).suggestions).toEqual([]);
  });
});

describe('CAT-5 a guide that could not be followed is refused', () => {
  const problemsOf = (changes: Partial<SellingGuide>): string[] =>
    sellingGuideSchema.safeParse({ ...guide, ...changes }).error?.issues.map(({ message }) => message) ?? [];
  const [users, where, sites] = guide.questions;

  it('questions that wait for later ones', () => {
    if (!users || !where || !sites) throw new Error('three questions');
    expect(problemsOf({ questions: [sites, where, users] })).toContain(
      'question "sites" depends on "where", which is not asked before',
    );
  });
  it('names that nothing has', () => {
    const [offer] = guide.offers;
    if (!offer) throw new Error('an offer');
    expect(problemsOf({ offers: [{ ...offer, purpose: 'fun' }] })).toEqual(['there is no purpose "fun"']);
    expect(problemsOf({ offers: [{ ...offer, when: [chosen('where', 'moon')] }] })).toEqual([
      'an offer for "endpoint" names "moon", no option of "where"',
    ]);
    expect(problemsOf({ offers: [{ ...offer, when: [chosen('users', 'cloud')] }] })).toEqual([
      'an offer for "endpoint" expects another kind of answer to "users"',
    ]);
  });
});
