import { describe, expect, test } from 'vitest';
import { approvalReasons, blockingBreaches } from '#shared/domain/approval/approval-reasons';
import { nextApprover } from '#shared/domain/approval/approval-steps';
import { authorityTokenSchema } from '#shared/domain/approval/delegated-authority';
import { languages } from '#shared/domain/catalog/localized';
import { productSchema } from '#shared/domain/catalog/product';
import { stages } from '#shared/domain/deal/opportunity';
import { orderStates, type Order } from '#shared/domain/order/order';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import { withReport } from '#shared/domain/order/order-reports';
import { tiers } from '#shared/domain/partner/partner';
import { scoreOf, unknownAnswer } from '#shared/domain/lead/score';
import { findRuleProblems } from '#shared/domain/rules/find-rule-problems';
import { newLeadSchema } from '#shared/protocol/vendor-lead';
import { isInForce } from '#shared/domain/pricing/effective';
import { priceBookHeaderSchema, priceEntrySchema, type PriceBook } from '#shared/domain/pricing/price-book';
import { contentHash } from '#shared/domain/quote/content-hash';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import { linesOf, quoteStates, type Quote } from '#shared/domain/quote/quote';
import { recordSchemas, type RecordOf, type RecordType } from '#shared/domain/records';
import { buildDemoVendor } from './build-demo-vendor';
import { demoPassword } from './partners/build-people';

const today = '2026-11-21';
const vendor = buildDemoVendor(today);
const { partners, people, agreements, catalog, priceBooks, records } = vendor;
const bySku = new Map(catalog.products.map((product) => [product.sku, product]));

const recordsOf = <T extends RecordType>(type: T, partnerId?: string): RecordOf<T>[] =>
  records
    .filter(
      (entry) => entry.type === type && (partnerId ?? entry.record.partnerId) === entry.record.partnerId,
    )
    .map(({ record }) => record as RecordOf<T>);

function bookOf(quote: Quote, from = priceBooks): PriceBook {
  const found = from.find(({ header }) => header.bookId === quote.priceBook.bookId);
  if (!found) throw new Error(`No book ${quote.priceBook.bookId}`);
  return { header: found.header, entry: (sku) => found.entries.find((entry) => entry.sku === sku) };
}

function pricing(quote: Quote, from = vendor): PriceQuoteInput {
  const own = <T extends RecordType>(type: T) =>
    from.records
      .filter((entry) => entry.type === type && entry.record.partnerId === quote.partnerId)
      .map(({ record }) => record as RecordOf<T>);
  const products = new Map(from.catalog.products.map((product) => [product.sku, product]));
  const partner = from.partners.find(({ id }) => id === quote.partnerId);
  const account = from.records.find(({ record }) => record.id === quote.accountId)?.record;
  if (!partner || !account) throw new Error(`${quote.number} lacks its partner or account`);
  return {
    quote,
    book: bookOf(quote, from.priceBooks),
    product: (sku) => products.get(sku),
    partner,
    terms: {
      agreements: from.agreements.filter(({ partnerId }) => partnerId === quote.partnerId),
      promotions: own('promotion'),
      dealRegistrations: own('dealRegistration'),
      specialBids: own('specialBid'),
      contracts: own('contract'),
    },
    account: account as RecordOf<'account'>,
    role: 'rep',
  };
}
const price = (quote: Quote, from = vendor) => priceQuote(pricing(quote, from));

test('two builds of the same day are the same', () => {
  expect(buildDemoVendor(today)).toEqual(vendor);
});

test('another day moves dates and changes no product, price or sum of lines', () => {
  const later = buildDemoVendor('2026-11-28');
  expect(later.catalog.products.map(({ sku }) => sku)).toEqual(catalog.products.map(({ sku }) => sku));
  expect(later.records.map(({ record }) => record.id)).toEqual(records.map(({ record }) => record.id));
  expect(later).not.toEqual(vendor);
});

describe('catalog', () => {
  test('holds about 2,000 products in over 25 families, each once', () => {
    expect(catalog.products.length).toBeGreaterThan(1_900);
    expect(bySku.size).toBe(catalog.products.length);
    expect(new Set(catalog.products.map(({ family }) => family)).size).toBeGreaterThanOrEqual(25);
  });
  test('every product is valid and has a name and a description in four languages', () => {
    for (const product of catalog.products) {
      expect(productSchema.parse(product)).toEqual(product);
      for (const language of languages) {
        expect(product.name[language]).toBeTruthy();
        expect(product.description[language]).toBeTruthy();
      }
      expect(product.name.ru).toMatch(/\p{sc=Cyrillic}/u);
      expect(product.name['zh-CN']).toMatch(/\p{sc=Han}/u);
    }
  });
  test.each(languages)('no two products have the same name in %s', (language) => {
    expect(new Set(catalog.products.map(({ name }) => name[language])).size).toBe(catalog.products.length);
  });
  test('CAT-1 what is no longer sold names a successor that is; some products are yet to come', () => {
    const ended = catalog.products.filter(
      ({ orderableUntil }) => orderableUntil !== null && orderableUntil <= today,
    );
    expect(ended.length).toBeGreaterThan(50);
    for (const { successorSku } of ended) {
      expect(bySku.get(successorSku ?? '')).toMatchObject({ orderableUntil: null });
    }
    expect(
      catalog.products.some(({ orderableFrom }) => orderableFrom !== null && orderableFrom > today),
    ).toBe(true);
  });
  test('CAT-1 hardware has stock and lead time, everything else has none', () => {
    for (const { kind, stock } of catalog.products) expect(stock === null).toBe(kind !== 'hardware');
  });
  test('PR-10 every kind of charge is there', () => {
    const charges = catalog.products.map(({ charge }) =>
      charge.kind === 'recurring' ? `per ${charge.period}` : charge.kind,
    );
    expect([...new Set(charges)].sort()).toEqual(['one-time', 'per month', 'per year', 'usage']);
  });
});

describe('price books', () => {
  test('PRI-1 one for each of four currencies and five tiers and two of distribution, valid now, with a price for every product', () => {
    expect(new Set(priceBooks.map(({ header }) => header.bookId)).size).toBe(22);
    for (const { header, entries } of priceBooks) {
      expect(priceBookHeaderSchema.parse(header)).toEqual(header);
      expect(header.validFrom).toBe('2026-01-01');
      expect(header.validUntil).toBe('2028-01-01');
      expect(entries.map(({ sku }) => sku)).toEqual([...bySku.keys()].sort());
    }
    for (const { entries } of priceBooks) {
      for (const entry of entries) expect(priceEntrySchema.safeParse(entry).success).toBe(true);
    }
  });
  test('PR-22 a book has the discounts of its own tier alone', () => {
    for (const { header } of priceBooks) {
      for (const { tier } of header.policy.tierDiscounts) expect(tier).toBe(header.tier);
    }
  });
  test('a higher tier never pays more', () => {
    const percents = tiers.map((tier) => {
      const book = priceBooks.find(({ header }) => header.bookId === `eur-${tier}`);
      return book?.header.policy.tierDiscounts.map(({ percent }) => Number(percent)) ?? [];
    });
    for (const [at, lower] of percents.slice(0, -1).entries()) {
      for (const [family, percent] of lower.entries()) {
        expect(percents[at + 1]?.[family]).toBeGreaterThan(percent);
      }
    }
  });
  test('a partner has books of its own tier only', () => {
    for (const { id, tier } of partners) {
      const own = priceBooks.filter(({ partnerIds }) => partnerIds.includes(id));
      expect(own.length).toBeGreaterThan(0);
      for (const { header } of own) expect(header.tier).toBe(tier);
    }
  });
});

describe('partners and people', () => {
  test('a distributor and three resellers, each with a manager, two reps and an agreement', () => {
    expect(partners.map(({ kind }) => kind).sort()).toEqual([
      'distributor',
      'reseller',
      'reseller',
      'reseller',
    ]);
    for (const partner of partners) {
      expect(recordSchemas.partner.parse(partner)).toEqual(partner);
      const roles = people.filter(({ partnerId }) => partnerId === partner.id).map(({ role }) => role);
      expect(roles.sort()).toEqual(['manager', 'rep', 'rep']);
      expect(agreements.some(({ partnerId }) => partnerId === partner.id)).toBe(true);
    }
  });
  test('the vendor has a channel manager and an administrator', () => {
    const roles = people.filter(({ partnerId }) => partnerId === 'vendor').map(({ role }) => role);
    expect(roles.sort()).toEqual(['admin', 'channel']);
  });
  test('everyone signs in with an address under the reserved "example" domain and the one demo password', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { password, ...person } of people) {
      expect(recordSchemas.person.parse(person)).toEqual(person);
      expect(person.email).toMatch(/\.example$/);
      expect(password).toBe(demoPassword);
    }
  });
  test('agreements are valid, and every SKU or family in them exists', () => {
    const families = new Set(catalog.products.map(({ family }) => family));
    for (const agreement of agreements) {
      expect(recordSchemas.agreement.parse(agreement)).toEqual(agreement);
      for (const { sku, family } of agreement.discounts) {
        expect(sku === null || bySku.has(sku)).toBe(true);
        expect(family === null || families.has(family)).toBe(true);
      }
    }
  });
  test('logos are plain drawings: no script, no outside reference', () => {
    for (const { brand, vendorBrand } of partners) {
      for (const { logoSvg } of [brand, vendorBrand]) {
        expect(logoSvg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/);
        expect(logoSvg).not.toMatch(/script|href|url\(|on\w+=/i);
      }
    }
  });
});

describe('records', () => {
  test('every record fits its schema and has an id of its own', () => {
    for (const { type, record } of records) expect(recordSchemas[type].parse(record)).toEqual(record);
    const ids = [...partners, ...people, ...agreements, ...records.map(({ record }) => record)].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
  test.each(['brightpath', 'rheinkontor', 'steppe', 'jadebridge'])('%s has enough of everything', (id) => {
    expect(recordsOf('account', id)).toHaveLength(25);
    expect(recordsOf('contact', id)).toHaveLength(30);
    expect(recordsOf('opportunity', id)).toHaveLength(40);
    expect(new Set(recordsOf('opportunity', id).map(({ stage }) => stage))).toEqual(new Set(stages));
    expect(recordsOf('quote', id)).toHaveLength(20);
    expect(new Set(recordsOf('quote', id).map(({ state }) => state))).toEqual(new Set(quoteStates));
    expect(recordsOf('order', id)).toHaveLength(8);
    expect(recordsOf('quote', id).some((quote) => linesOf(quote).length > 60)).toBe(true);
  });
  test('ORD-1 orders are in every state the server can hold, decided where they must be', () => {
    const placedElsewhere = orderStates.filter((state) => state !== 'placed');
    expect(new Set(recordsOf('order').map(({ state }) => state))).toEqual(new Set(placedElsewhere));
    for (const { state, decision, receivedAt } of recordsOf('order')) {
      expect(receivedAt).not.toBeNull();
      expect(decision === null).toBe(state === 'received');
      expect(decision?.reason === undefined || (decision.reason !== '') === (state === 'rejected')).toBe(
        true,
      );
    }
  });
  test('ORD-1, ORD-2 what the vendor reported of each order leads to its state, and what is fulfilled became contracts and assets', () => {
    const fulfilled = recordsOf('order').filter(({ state }) =>
      ['shipped', 'invoiced', 'paid'].includes(state),
    );
    for (const order of recordsOf('order')) {
      const { reports, fulfilledAt, ...placed } = order;
      const walked = (reports ?? []).reduce<Order>(
        (walking, report) => {
          const next = withReport(walking, report);
          return next.ok ? next.value.order : walking;
        },
        { ...placed, state: fulfilled.includes(order) ? 'accepted' : order.state },
      );
      expect(walked.state).toBe(order.state);
      expect(Boolean(fulfilledAt)).toBe(fulfilled.includes(order));
    }
    const left = [...recordsOf('contract'), ...recordsOf('asset')].map(({ orderId }) => orderId);
    expect(new Set(left.filter(Boolean))).toEqual(new Set(fulfilled.map(({ id }) => id)));
  });
  test('quotes have sections, optional lines, and texts in Polish, Cyrillic and Chinese', () => {
    const items = recordsOf('quote').flatMap((quote) => quote.items);
    expect(items.some(({ kind }) => kind === 'section')).toBe(true);
    expect(items.some((item) => item.kind === 'line' && item.optional)).toBe(true);
    const said = recordsOf('quote').map(({ title, introduction }) => `${title} ${introduction}`);
    for (const script of [/[ąęłńóśźż]/, /\p{sc=Cyrillic}/u, /\p{sc=Han}/u]) {
      expect(said.some((text) => script.test(text))).toBe(true);
    }
  });
  test('nothing was written in the future, and nothing before it was created', () => {
    for (const { record } of records) {
      // "passAt" is a score.
      const times = Object.entries(record).filter(([field]) => field.endsWith('At') && field !== 'passAt');
      for (const [, time] of times) expect(String(time) < `${today}T00:00:00.000Z`).toBe(true);
      const [from, to] =
        'createdAt' in record && 'updatedAt' in record ? [record.createdAt, record.updatedAt] : ['', ''];
      expect(from <= to).toBe(true);
    }
  });
  test('an expired quote is past its day, a quote the customer still has is not', () => {
    for (const { state, expiresOn } of recordsOf('quote')) {
      if (state === 'ordered' || state === 'rejected') continue;
      expect(expiresOn <= today).toBe(state === 'expired');
    }
  });
  test.each(['brightpath', 'rheinkontor', 'steppe', 'jadebridge'])(
    "PR-22 %s's data names no other partner",
    (id) => {
      const own = JSON.stringify([
        partners.filter((partner) => partner.id === id),
        agreements.filter(({ partnerId }) => partnerId === id),
        records.filter(({ record }) => record.partnerId === id),
      ]);
      for (const other of partners) {
        if (other.id === id) continue;
        expect(own).not.toContain(`"${other.id}`);
        expect(own).not.toContain(other.name);
      }
    },
  );
  test('what a record points to is the same partner’s', () => {
    const owners = new Map(
      [...people, ...records.map(({ record }) => record)].map((record) => [record.id, record.partnerId]),
    );
    const fields = ['ownerId', 'accountId', 'contactId', 'opportunityId', 'quoteId'];
    for (const { record } of records) {
      const pointers = Object.entries(record).filter(
        ([field, value]) => fields.includes(field) && value !== null,
      );
      for (const [, id] of pointers) expect(owners.get(String(id))).toBe(record.partnerId);
    }
  });
});

describe.each([today, '2027-01-02', '2028-02-29', '2026-04-30'])('prices on %s', (day) => {
  const built = buildDemoVendor(day);
  const quotes = built.records.flatMap((entry) => (entry.type === 'quote' ? [entry.record] : []));

  test('every line has a price, in a book its partner has', () => {
    for (const quote of quotes) {
      const book = built.priceBooks.find(({ header }) => header.bookId === quote.priceBook.bookId);
      expect(book?.partnerIds).toContain(quote.partnerId);
      expect(book?.header.currency).toBe(quote.currency);
      for (const line of price(quote, built).lines) expect(line).toMatchObject({ status: 'priced' });
    }
  });
  test('PR-33 every order is what the engine makes of its quote, to the cent', () => {
    const orders = built.records.flatMap((entry) => (entry.type === 'order' ? [entry.record] : []));
    expect(orders).toHaveLength(32);
    for (const order of orders) {
      const quote = quotes.find(({ id }) => id === order.quoteId);
      if (!quote) throw new Error(`${order.id} has no quote`);
      expect(quote).toMatchObject({
        state: 'ordered',
        revision: order.quoteRevision,
        number: order.quoteNumber,
      });
      expect(orderFromQuote(quote, price(quote, built))).toEqual({
        ok: true,
        value: { lines: order.lines, totals: order.totals },
      });
    }
  });
});

describe('approvals', () => {
  const quotes = recordsOf('quote');
  const released = quotes.filter(({ state }) => state !== 'draft' && state !== 'in-approval');

  test.each([today, '2028-02-29'])(
    'PR-61 on %s what left draft carries an approval of exactly its content',
    (day) => {
      const built = buildDemoVendor(day);
      for (const { type, record } of built.records) {
        if (type !== 'quote' || record.state === 'draft' || record.state === 'in-approval') continue;
        expect(record.approval?.contentHash).toBe(contentHash(record, price(record, built)));
      }
    },
  );
  test('PR-60 by itself where nothing needed one, else by a request all were asked about', () => {
    const requests = new Map(recordsOf('approval').map((approval) => [approval.id, approval]));
    for (const quote of released) {
      const reasons = approvalReasons(pricing(quote), price(quote));
      expect(quote.approval?.kind).toBe(reasons.length === 0 ? 'inside-policy' : 'decided');
      const asked = requests.get(quote.approval?.approvalId ?? '');
      const wanted = reasons.length === 0 ? undefined : { state: 'approved', reasons, quoteId: quote.id };
      expect(asked && { state: asked.state, reasons: asked.reasons, quoteId: asked.quoteId }).toEqual(wanted);
    }
  });
  test('PR-24 nothing that left draft breaks a floor that blocks', () => {
    for (const quote of released) expect(blockingBreaches(price(quote))).toEqual([]);
  });
  test.each(['brightpath', 'rheinkontor', 'steppe', 'jadebridge'])(
    'QUO-3 %s has one waiting for the manager, one for the vendor, one countered and one approved',
    (id) => {
      const requests = recordsOf('approval', id);
      const waiting = requests.filter(({ state }) => state === 'pending').map(nextApprover);
      expect(new Set(waiting)).toEqual(new Set(['channel', 'manager']));
      expect(waiting).toHaveLength(2);
      const states = requests.map(({ state }) => state);
      expect(states.filter((state) => state === 'countered')).toHaveLength(1);
      expect(states).toContain('approved');
      for (const { quoteId, state } of requests) {
        const quote = quotes.find((one) => one.id === quoteId);
        expect(quote?.state === 'in-approval').toBe(state === 'pending');
        expect(quote?.state === 'draft').toBe(state === 'countered');
        expect(quote?.approval?.approvalId === undefined).toBe(state !== 'approved');
      }
    },
  );
  test('PR-62 one rep of each partner has authority in the currency of its main book', () => {
    expect(vendor.authorities.map(({ partnerId }) => partnerId)).toEqual(partners.map(({ id }) => id));
    for (const token of vendor.authorities) {
      expect(authorityTokenSchema.parse(token)).toEqual(token);
      expect(people.find(({ id }) => id === token.personId)).toMatchObject({
        role: 'rep',
        partnerId: token.partnerId,
      });
      expect(token.budget.currency).toBe(partners.find(({ id }) => id === token.partnerId)?.currency);
    }
  });
});

describe('what waits for a word', () => {
  const partnerIds = partners.map(({ id }) => id);
  test.each(partnerIds)(
    'OPP-4 %s has a registration waiting, one refused, one appealed and one granted',
    (id) => {
      const requests = recordsOf('registrationRequest', id);
      const [waiting, refused, appealed, granted] = requests;
      expect(requests.map(({ state }) => state)).toEqual(['submitted', 'refused', 'submitted', 'granted']);
      expect(waiting).toMatchObject({ decision: null, appeals: [] });
      expect(refused?.decision?.refusal).toBe('registered-before');
      expect(appealed?.appeals).toHaveLength(1);
      const registration = recordsOf('dealRegistration', id).find(
        (one) => one.id === granted?.registrationId,
      );
      expect(registration).toMatchObject({
        accountId: granted?.accountId,
        validFrom: granted?.decision?.at.slice(0, 10),
      });
      for (const { accountId, opportunityId, capturedAt, receivedAt } of requests) {
        expect(recordsOf('opportunity').find((one) => one.id === opportunityId)?.accountId).toBe(accountId);
        expect(capturedAt < (receivedAt ?? '')).toBe(true);
      }
    },
  );
  test.each(partnerIds)('SY-14 %s has one deal that a rep and the manager gave different values', (id) => {
    const [conflict, ...more] = recordsOf('editConflict', id);
    if (!conflict) throw new Error('There is no conflict');
    expect(more).toEqual([]);
    const roleOf = (person: string | null) => people.find((one) => one.id === person)?.role;
    expect([roleOf(conflict.keptBy), roleOf(conflict.otherBy)]).toEqual(['rep', 'manager']);
    const deal = recordsOf('opportunity', id).find((one) => one.id === conflict.recordId);
    for (const { fields, base, kept, other } of conflict.both) {
      expect(fields.map((field) => deal?.[field as 'amount'])).toEqual(kept);
      expect(new Set([base, kept, other].map((values) => values.join(' '))).size).toBe(3);
    }
  });
});

describe('the partner’s day', () => {
  const partnerIds = partners.map(({ id }) => id);
  test('OPP-2 leads are at every step; four are open for Brightpath, each with a deadline of its own', () => {
    expect(new Set(recordsOf('lead').map(({ state }) => state))).toEqual(
      new Set(['offered', 'accepted', 'declined', 'missed', 'converted']),
    );
    const open = recordsOf('lead', 'brightpath').filter(({ state }) => state === 'offered');
    expect(open).toHaveLength(4);
    expect(new Set(open.map(({ acceptBy }) => acceptBy)).size).toBe(4);
    for (const { acceptBy } of open) expect(acceptBy > `${today}T23:59:59.999Z`).toBe(true);
    for (const { state, contact, company } of recordsOf('lead')) {
      const isGone = state === 'declined' || state === 'missed';
      expect(contact.email === '' && company.street === '').toBe(isGone);
    }
  });
  test('OPP-2 the vendor’s files say of every offer what the partner’s record says', () => {
    expect(vendor.leads.length).toBeGreaterThanOrEqual(12);
    const offers = vendor.leads.flatMap((lead) => lead.offers.map((offer) => ({ lead, offer })));
    expect(offers.map(({ offer }) => offer.id).sort()).toEqual(
      recordsOf('lead')
        .map(({ id }) => id)
        .sort(),
    );
    for (const { lead, offer } of offers) {
      const record = recordsOf('lead').find(({ id }) => id === offer.id);
      const { partnerId, state, acceptBy } = offer;
      expect(record).toMatchObject({
        partnerId,
        state,
        acceptBy,
        number: lead.number,
        need: lead.facts.need,
      });
    }
    for (const { facts } of vendor.leads) expect(newLeadSchema.parse(facts)).toEqual(facts);
  });
  test('OPP-3 a qualification is in each state, with the score of its answers', () => {
    const sent = recordsOf('lead').flatMap(({ partnerId, qualification }) =>
      qualification ? [{ partnerId, qualification }] : [],
    );
    expect(new Set(sent.map(({ qualification }) => qualification.state))).toEqual(
      new Set(['draft', 'sent', 'verified', 'sent-back']),
    );
    for (const { partnerId, qualification } of sent) {
      const [asked] = recordsOf('leadCriteria', partnerId);
      expect(unknownAnswer(asked?.criteria ?? [], qualification.answers)).toBeUndefined();
      expect(qualification.score).toBe(scoreOf(asked?.criteria ?? [], qualification.answers));
    }
  });
  test('ADM-3 every version of the rules names only what there is, and leaves none of them without effect', () => {
    const known = {
      partners: partners.map(({ id, tier, country, region, certifications }) => ({
        id,
        tier,
        country,
        region,
        certifications: certifications ?? [],
        openLeads: 0,
      })),
      families: [...new Set(catalog.products.map(({ family }) => family))],
    };
    expect(vendor.ruleSets.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'lead-routing 1',
      'lead-routing 2',
      'registration-acceptance 1',
    ]);
    for (const { content } of vendor.ruleSets) {
      const warnings = findRuleProblems(content, known).filter(({ severity }) => severity === 'warning');
      expect(warnings).toEqual([]);
    }
  });
  test.each(partnerIds)('OPP-1, OPP-7 %s has a sales path in four languages, and work that is due', (id) => {
    const [path] = recordsOf('salesPath', id);
    expect(path?.stages.map(({ stage }) => stage)).toEqual(stages);
    for (const text of [path?.name, ...(path?.stages ?? []).map(({ guidance }) => guidance)]) {
      for (const language of languages) expect(text?.[language]).toBeTruthy();
    }
    const due = recordsOf('activity', id).flatMap(({ dueOn, done }) => (dueOn && !done ? [dueOn] : []));
    expect(due.some((day) => day < today)).toBe(true);
    expect(due.filter((day) => day === today).length).toBeGreaterThanOrEqual(2);
    const open = recordsOf('obligation', id).filter(({ done }) => !done);
    expect(new Set(open.map(({ side }) => side))).toEqual(new Set(['partner', 'vendor']));
    expect(open.some(({ escalation }) => escalation !== null)).toBe(true);
    for (const { about } of recordsOf('activity', id)) {
      expect(recordsOf(about.type, id).map((one) => one.id)).toContain(about.id);
    }
  });
});

describe('terms', () => {
  test.each(['brightpath', 'rheinkontor', 'steppe', 'jadebridge'])(
    'PR-15 %s has a promotion of every kind in force, two of them exclusive, one with a cap',
    (id) => {
      const promotions = recordsOf('promotion', id);
      for (const { validFrom, validUntil } of promotions) {
        expect(isInForce(today, validFrom, validUntil)).toBe(true);
      }
      expect(new Set(promotions.map(({ effect }) => effect.kind))).toEqual(
        new Set(['percent', 'amount-off', 'fixed-price', 'free-goods']),
      );
      expect(promotions.filter(({ exclusiveGroup }) => exclusiveGroup !== null)).toHaveLength(2);
      expect(promotions.some(({ maxUnits }) => maxUnits !== null)).toBe(true);
    },
  );
  test('PR-20 promotions, a registration and a granted bid are in somebody’s price', () => {
    const steps = quotesSteps();
    for (const step of ['promotion', 'deal-registration', 'special-bid']) expect(steps).toContain(step);
  });
  test('PR-11 slab and block prices are in the books', () => {
    const kinds = priceBooks.flatMap(({ entries }) => entries.flatMap(({ bands }) => bands?.kind ?? []));
    expect(new Set(kinds)).toEqual(new Set(['slab', 'block']));
  });
  test('PR-5 books in euros have rates, each currency once', () => {
    const rates = priceBooks.find(({ header }) => header.bookId === 'eur-gold')?.header.exchangeRates ?? [];
    expect(rates.map(({ currency }) => currency)).toEqual(
      expect.arrayContaining(['PLN', 'USD', 'CZK', 'GBP']),
    );
    expect(new Set(rates.map(({ currency }) => currency)).size).toBe(rates.length);
  });
  test.each(['brightpath', 'rheinkontor', 'steppe', 'jadebridge'])(
    'ORD-2, ORD-3 %s has running contracts with lines of its customers’ subscriptions, some ending within 90 days',
    (id) => {
      const contracts = recordsOf('contract', id).filter(({ orderId }) => !orderId);
      expect(contracts.map(({ endsOn }) => (Date.parse(endsOn) - Date.parse(today)) / 86_400_000)).toEqual([
        118, 239, 20, 60, 95, 200,
      ]);
      for (const { endsOn, startsOn, lines, accountId } of contracts) {
        expect(startsOn < today && today < endsOn).toBe(true);
        expect(recordsOf('account', id).map((account) => account.id)).toContain(accountId);
        for (const { sku } of lines) {
          expect(bySku.get(sku)).toMatchObject({ kind: 'subscription', charge: { kind: 'recurring' } });
        }
      }
    },
  );

  function quotesSteps(): string[] {
    return recordsOf('quote').flatMap((quote) =>
      price(quote).lines.flatMap((line) =>
        line.status === 'priced' ? line.amounts.buySteps.map(({ step }) => step) : [],
      ),
    );
  }
});

describe('PR-22 distribution', () => {
  const bookNamed = (bookId: string) => {
    const found = priceBooks.find(({ header }) => header.bookId === bookId);
    if (!found) throw new Error(`No book ${bookId}`);
    return found;
  };

  test('only the distributor has the book that says what a distributor pays', () => {
    for (const { header, entries, partnerIds } of priceBooks) {
      const says = header.policy.distribution !== undefined || entries.some(({ cost }) => cost !== undefined);
      expect(says).toBe(header.bookId === 'usd-distribution');
      if (!says) continue;
      for (const id of partnerIds) {
        expect(partners.find((partner) => partner.id === id)?.kind).toBe('distributor');
      }
    }
  });
  test('the reseller’s book holds what the reseller pays, and no figure of the distributor’s', () => {
    const costs = new Map(bookNamed('usd-distribution').entries.map(({ sku, cost }) => [sku, cost ?? '']));
    const reseller = bookNamed('usd-reseller');
    expect(JSON.stringify(reseller)).not.toMatch(/distribut|"cost"/i);
    for (const entry of reseller.entries) {
      const cost = Number(costs.get(entry.sku));
      expect(Number(entry.partnerPrice)).toBeCloseTo(cost * 1.08 * 1.06, 5);
      const figures = JSON.stringify(entry).match(/"\d+\.\d+"/g) ?? [];
      for (const figure of figures) {
        const value = Number(figure.replaceAll('"', ''));
        expect([cost, cost * 1.08].some((secret) => Math.abs(secret - value) < 1e-9)).toBe(false);
      }
    }
  });
});
