import { useTranslation } from 'react-i18next';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecords } from '../../client/hooks';
import { useNames } from '../use-names';
import { useFormats } from '../../ui/formats';
import type { HeaderField, SideNames } from './compare-revisions';
import classes from './revisions.module.css';

/** What the customer never sees. */
const ours: ReadonlySet<HeaderField> = new Set([
  'title',
  'opportunityId',
  'priceBook',
  'internalNotes',
  'contractId',
  'dealRegistrationId',
  'specialBidId',
]);

/** The terms around the lines that are different. */
export function HeaderDifferences({
  fields,
  left,
  right,
  names,
  customerView,
}: {
  readonly fields: readonly HeaderField[];
  readonly left: Quote;
  readonly right: Quote;
  readonly names: SideNames;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('quotes');
  const write = useFieldText();
  const shown = customerView ? fields.filter((field) => !ours.has(field)) : fields;
  if (shown.length === 0) return null;
  return (
    <table
      className={`${classes['header'] ?? ''} ${classes['cells'] ?? ''}`}
      aria-label={t('compare.header')}
    >
      <thead>
        <tr>
          <th scope="col">{t('compare.header')}</th>
          <th scope="col">{names.left}</th>
          <th scope="col">{names.right}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`compare.field.${field}`)}</th>
            <td>{write(left, field)}</td>
            <td>{write(right, field)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useFieldText(): (quote: Quote, field: HeaderField) => string {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const accountName = useNames('account');
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const contracts = useRecords('contract');
  const deals = useRecords('dealRegistration');
  const bids = useRecords('specialBid');
  const none = t('field.none');
  const nameOf = (
    records: readonly { readonly id: string; readonly name: string }[] | undefined,
    id: string | null,
  ) => (id ? (records?.find((record) => record.id === id)?.name ?? t('field.notThere')) : none);
  const numberOf = (
    records: readonly { readonly id: string; readonly number: string | null }[] | undefined,
    id: string | null | undefined,
  ) => (id ? (records?.find((record) => record.id === id)?.number ?? t('field.notThere')) : none);
  return (quote, field) => {
    switch (field) {
      case 'accountId':
        return quote.accountId ? (accountName(quote.accountId) ?? t('field.notThere')) : none;
      case 'contactId':
        return nameOf(contacts, quote.contactId);
      case 'opportunityId':
        return nameOf(opportunities, quote.opportunityId);
      case 'contractId':
        return numberOf(contracts, quote.contractId);
      case 'dealRegistrationId':
        return numberOf(deals, quote.dealRegistrationId);
      case 'specialBidId':
        return numberOf(bids, quote.specialBidId);
      case 'priceBook':
        return `${quote.priceBook.bookId} · ${t('field.version', { version: quote.priceBook.version })}`;
      case 'exchangeRate':
        return quote.exchangeRate
          ? `${formats.number(quote.exchangeRate.rate, 9)}, ${formats.day(quote.exchangeRate.date)}`
          : none;
      case 'pricingDate':
      case 'expiresOn':
        return formats.day(quote[field]);
      case 'discountPercent':
        return quote.discountPercent === '0' ? none : formats.percent(quote.discountPercent);
      case 'documentLanguage':
        return t(`language.${quote.documentLanguage}`);
      case 'currency':
      case 'title':
      case 'introduction':
      case 'terms':
      case 'internalNotes':
        return quote[field] === '' ? none : quote[field];
      default:
        return field satisfies never;
    }
  };
}
