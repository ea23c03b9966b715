import { quoteLineSchema, type QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import { quoteContentSchema } from '#shared/mutations/replace-quote';
import { setMeta } from '../../renderer/db/meta';
import { settleDone } from '../../renderer/journal/watch-settled';
import { aLine, anAccount, anOpportunity } from '../../renderer/sync/builders.test-kit';
import type { Device } from '../../renderer/sync/device.test-kit';
import { settleParted } from '../../renderer/sync/parted';
import { discard, resubmit } from '../../renderer/sync/resolve-attention';
import type { Fetch } from '../../renderer/sync/server-api';
import { Laptop, type Book } from './laptop';

/** A branch kit of the demo and its parts, by the kit's options. */
export const kit = {
  sku: 'HS-KIT-BRANCH',
  options: {
    firewall: 'HS-NGF-F80-T3-AC',
    switch: 'HS-SWT-X1300-8-P-1G',
    wifi: 'HS-WLS-A6-IN-RW',
    awareness: 'HS-TRN-SEC-SEL',
  },
} as const;
export const router = 'HS-RTR-B10-5G-RP';

const line = (id: string, changes: Partial<QuoteLine> = {}): QuoteLine => ({
  ...quoteLineSchema.parse(aLine(id)),
  sku: router,
  ...changes,
});

const aContact = (
  id: string,
  accountId: string,
  changes: Partial<ArgsOf<'createContact'>> = {},
): ArgsOf<'createContact'> => ({
  id,
  accountId,
  name: 'Ansprechpartner',
  jobTitle: '',
  email: '',
  phone: '',
  ...changes,
});

const aRegistration = (id: string, accountId: string): ArgsOf<'submitRegistration'> => ({
  id,
  accountId,
  opportunityId: null,
  description: 'Two visits, a trial is running.',
  amount: '50000',
  currency: 'EUR',
  closeOn: '2027-01-31',
  families: [],
});

export interface Scene {
  /** The one that is frozen. */
  readonly device: Device;
  /** The same person's other one. */
  readonly other: Device;
  readonly today: string;
  readonly priceBook: { readonly bookId: string; readonly version: number };
  /** The vendor publishes the next version of the book. */
  readonly publishNext: () => Promise<void>;
}

/**
 * Days of a manager's work on two laptops, with work of every kind that this version knows in every place it can be: accepted, refused,
 * given up, sent again, parted, on its way, and waiting. A release that learns new kinds of work adds them at the end.
 */
export async function playPendingWork({
  device,
  other,
  today,
  priceBook,
  publishNext,
}: Scene): Promise<void> {
  const [here, there] = [new Laptop(device, today), new Laptop(other, today)];
  device.network = withNewsOfTomorrow(device.network);
  await here.open();
  await setMeta(await device.db(), 'deviceName', 'Karins Laptop');
  await here.sync();
  await there.sync();

  await here.does('createAccount', anAccount('frozen-account', { name: 'Zażółć gęślą 深圳 GmbH' }));
  await here.does('createContact', aContact('frozen-contact', 'frozen-account'));
  for (const id of ['frozen-two-laptops', 'frozen-mine', 'frozen-bid'])
    await here.quotes(id, priceBook, {
      accountId: 'frozen-account',
      items: [line(`${id}-1`, { quantity: '2' }), line(`${id}-2`, { quantity: '3' })],
    });
  await here.does('submitRegistration', aRegistration('frozen-registration', 'frozen-account'));
  await publishNext();
  await here.sync();
  await there.sync();

  await partAndRefuse(here, there, priceBook);
  const db = await device.db();
  await discard(db, device.now, await here.attentionFor('frozen-account-twice'));
  const again = aRegistration('frozen-registration-again', 'frozen-account');
  const twice = await here.attentionFor('frozen-registration-twice');
  await resubmit(db, device.session, device.now, await device.journal(), twice, again);
  await here.does('replaceQuote', {
    id: 'frozen-mine',
    content: quoteContentSchema.parse((await db.parted.get(['quote', 'frozen-mine']))?.mine),
  });
  await settleParted(db, device.now, 'quote', 'frozen-mine', 'took-mine');
  await settleDone(db, await device.journal());

  await sendAndLoseTheAnswer(here);
  await here.open();
  await workOffline(here, priceBook);
  device.restart();
}

/** What both laptops do without seeing each other: the other is first. */
async function partAndRefuse(here: Laptop, there: Laptop, priceBook: Book): Promise<void> {
  for (const laptop of [there, here]) {
    const where = laptop === here ? 'here' : 'there';
    for (const id of ['frozen-two-laptops', 'frozen-mine']) {
      await laptop.does('editQuote', { id, changes: { title: `Edited ${where}` } });
      const changes = { quantity: where === 'here' ? '12' : '9' };
      await laptop.does('editQuoteItems', { id, edits: [{ itemId: `${id}-1`, changes }] });
    }
    await laptop.does('createAccount', anAccount('frozen-account-twice', { city: where }));
    await laptop.does(
      'createContact',
      aContact('frozen-contact-twice', 'frozen-account', { jobTitle: where }),
    );
    await laptop.does('submitRegistration', aRegistration('frozen-registration-twice', 'frozen-account'));
  }
  await there.does('withdrawRegistration', { id: 'rheinkontor-registration-01' });
  await here.does('editRegistration', {
    id: 'rheinkontor-registration-01',
    changes: { description: 'Typed before the withdrawal was known.' },
  });
  await here.quotes('frozen-waits-with-refused', priceBook, { accountId: 'frozen-account' });
  await there.sync();
  await here.sync();
}

/** The server has it, the device knows that, and the pull that would settle it ends after its first page. */
async function sendAndLoseTheAnswer(here: Laptop): Promise<void> {
  await here.does('createAccount', anAccount('frozen-account-sent', { name: 'Sent AG' }));
  for (const id of ['frozen-contact-sent', 'frozen-contact-sent-2'])
    await here.does('createContact', aContact(id, 'frozen-account-sent'));
  await here.does('createOpportunity', anOpportunity('frozen-opportunity-sent', 'frozen-account-sent'));
  const { device } = here;
  const before = device.network;
  let pages = Number.POSITIVE_INFINITY;
  device.network = (send) => async (path, init) => {
    if (path.endsWith('/pull')) {
      pages -= 1;
      if (pages < 0) throw new TypeError('the train is in the tunnel');
    }
    const answer = await before(send)(path, init);
    if (path.endsWith('/push')) pages = 1;
    return answer;
  };
  if ((await device.sync()).ok) throw new Error('the tunnel was not long enough');
  device.network = before;
}

/** Everything else, with no network. */
async function workOffline(here: Laptop, priceBook: Book): Promise<void> {
  await here.does('createAccount', anAccount('frozen-account-waiting', { name: 'Waiting KG' }));
  await here.does('editAccount', {
    id: 'frozen-account',
    changes: { city: 'Łódź', notes: 'typed on the train' },
    base: { city: '', notes: '' },
    conflictId: newId(),
  });
  await here.does('createContact', aContact('frozen-contact-waiting', 'frozen-account-waiting'));
  await here.does('editContact', {
    id: 'frozen-contact',
    changes: { phone: '+49 221 000' },
    base: { phone: '' },
    conflictId: newId(),
  });
  await here.does('createOpportunity', anOpportunity('frozen-opportunity', 'frozen-account-waiting'));
  await here.does('editOpportunity', {
    id: 'frozen-opportunity',
    changes: { amount: '25000.50', notes: 'typed on the train' },
    base: { amount: '1000', currency: 'EUR', notes: '' },
    conflictId: newId(),
  });
  const [conflict] = await here.all('editConflict');
  if (!conflict) throw new Error('the demo has no conflict');
  const { id, recordType, recordId, both } = conflict;
  await here.does('settleConflict', { id, recordType, recordId, took: both.map(() => 'other') });

  await composeQuotes(here, priceBook);
  await moveQuotes(here, priceBook);

  const {
    id: request,
    amount,
    currency,
  } = await here.find('registrationRequest', 'rheinkontor-registration-03');
  const changes = { amount: '61000', currency };
  await here.does('editRegistration', { id: request, changes, base: { amount, currency } });
  await here.does('appealRegistration', {
    id: 'rheinkontor-registration-02',
    text: 'We have known them since March.',
  });
  await here.does(
    'submitRegistration',
    aRegistration('frozen-registration-waiting', 'frozen-account-waiting'),
  );
  await here.does('withdrawRegistration', { id: 'frozen-registration' });
}

async function composeQuotes(here: Laptop, priceBook: Book): Promise<void> {
  const id = 'frozen-quote';
  await here.quotes(id, priceBook, { accountId: 'frozen-account-waiting', title: 'Before the upgrade' });
  const either = (itemId: string, chosen: boolean) =>
    line(itemId, { alternative: { group: 'frozen-either', chosen } });
  const items = [
    { kind: 'section' as const, id: 'frozen-section', title: 'Site one' },
    line('frozen-line-1'),
    line('frozen-line-2'),
    line('frozen-line-gone'),
    either('frozen-either-1', true),
    either('frozen-either-2', false),
    line('frozen-kit', { sku: kit.sku }),
  ];
  await here.does('addQuoteItems', { id, insertions: items.map((item) => ({ before: null, item })) });
  await here.does('editQuoteItems', {
    id,
    edits: [{ itemId: 'frozen-line-1', changes: { quantity: '12' } }],
  });
  await here.does('removeQuoteItems', { id, itemIds: ['frozen-line-gone'] });
  await here.does('moveQuoteItems', { id, itemIds: ['frozen-line-2'], before: 'frozen-line-1' });
  await here.does('chooseAlternative', { id, itemId: 'frozen-either-2' });
  await here.does('configureBundle', {
    id,
    parentId: 'frozen-kit',
    components: Object.entries(kit.options).map(([optionId, sku]) =>
      line(`frozen-kit-${optionId}`, {
        sku,
        quantity: optionId === 'wifi' ? '2' : '1',
        component: { parentId: 'frozen-kit', optionId },
      }),
    ),
  });
  const { pricingDate } = await here.find('quote', 'frozen-bid');
  const newer = { bookId: priceBook.bookId, version: priceBook.version + 1 };
  const kept = [{ itemId: 'frozen-bid-1', version: priceBook.version }];
  await here.does('repriceQuote', { id: 'frozen-bid', priceBook: newer, pricingDate, kept });
}

async function moveQuotes(here: Laptop, priceBook: Book): Promise<void> {
  const bid = {
    id: 'frozen-special-bid',
    quoteId: 'frozen-bid',
    justification: 'Two bidders',
    competitor: '',
  };
  const wanted = [{ lineId: 'frozen-bid-1', sku: router, quantity: '2', unitPrice: '100' }];
  for (const suffix of ['', '-gone'])
    await here.does('requestSpecialBid', {
      ...bid,
      id: bid.id + suffix,
      wanted,
    });
  await here.does('withdrawSpecialBid', { id: `${bid.id}-gone` });

  for (const suffix of ['', '-gone']) {
    const id = `frozen-asks${suffix}`;
    const items = [line(`${id}-1`, { quantity: '5', sell: { kind: 'margin', percent: '5' } })];
    await here.quotes(id, priceBook, { accountId: 'frozen-account', items });
    await here.asksFor(id, `${id}-approval`);
  }
  await here.does('withdrawApproval', { id: 'frozen-asks-gone-approval', quoteId: 'frozen-asks-gone' });
  const decided = 'rheinkontor-quote-04';
  await here.does('decideApproval', {
    id: `${decided}-approval`,
    quoteId: decided,
    by: 'Karin Schäfer',
    outcome: 'approve',
    comment: 'Go on',
    counter: null,
  });
  const { id: presented, revision } = await here.find('quote', 'rheinkontor-quote-07');
  await here.does('reviseQuote', { id: presented, revision, approvalId: null });
  await here.does('editQuote', { id: presented, changes: { internalNotes: 'edited offline' } });

  const inside = 'frozen-inside-policy';
  const items = [line(`${inside}-1`, { quantity: '4' })];
  await here.quotes(inside, priceBook, { accountId: 'frozen-account', items });
  const { contentHash } = await here.priced(inside);
  await here.does('approveQuote', { quoteId: inside, contentHash, by: 'Karin Schäfer', uses: [] });
  for (const to of ['presented', 'accepted'] as const)
    await here.does('changeQuoteState', { id: inside, to });
  await here.orders(inside, 'frozen-order-new', 'PO-FROZEN-NEW');
  await here.orders('rheinkontor-quote-08', 'frozen-order', 'PO-FROZEN-1');
}

/** A server of a later version sends fields that this app does not know: they are set aside for the version that does (SY-10). */
const withNewsOfTomorrow =
  (network: (send: Fetch) => Fetch) =>
  (send: Fetch): Fetch =>
  async (path, init) => {
    const answer = await network(send)(path, init);
    if (!path.endsWith('/pull')) return answer;
    const body = (await answer.json()) as { changes?: { id: string; record: object | null }[] };
    for (const change of body.changes ?? [])
      if (change.id === 'rheinkontor-opportunity-05' && change.record)
        change.record = { ...change.record, forecast: 'commit', ofTomorrow: 'kept' };
    return Response.json(body, {
      status: answer.status,
      headers: { date: answer.headers.get('date') ?? '' },
    });
  };
