import { useTranslation } from 'react-i18next';
import { approvalStates, type ApprovalState } from '#shared/domain/approval/approval';
import { specialBidStates, type SpecialBid } from '#shared/domain/pricing/granted-terms';
import { quoteStates, type QuoteState } from '#shared/domain/quote/quote';
import type { RecordType } from '#shared/domain/records';
import { assertNever } from '#shared/lib/assert-never';
import type { Rejection } from '#shared/mutations/rejection';
import en from '../../i18n/locales/en/attention.json';
import { useFormats } from '../../ui/formats';

const floors = ['manual-discount', 'minimum-price', 'line-margin', 'quote-margin'] as const;

/** What a lead can be when it was answered too late. */
const lostLeadStates = ['accepted', 'missed', 'withdrawn'] as const;

/** Why the server refused, in the person's language (SY-4). */
export function useReasonText(): (rejection: Rejection) => string {
  const { t } = useTranslation(['attention', 'records']);
  const formats = useFormats();
  const stateName = (recordType: RecordType, state: string): string => {
    if (recordType === 'approval') {
      const known = approvalStates.find((each): each is ApprovalState => each === state);
      return known ? t(`records:approvalState.${known}`) : state;
    }
    if (recordType === 'specialBid') {
      const known = specialBidStates.find((each): each is SpecialBid['state'] => each === state);
      return known ? t(`records:specialBidState.${known}`) : state;
    }
    if (recordType === 'quote') {
      const known = quoteStates.find((each): each is QuoteState => each === state);
      return known ? t(`records:quoteState.${known}`) : state;
    }
    // Several that would do are told in one text.
    return state
      .split(', ')
      .map((one) => (Object.hasOwn(en.state, one) ? t(`state.${one as keyof typeof en.state}`) : one))
      .join(', ');
  };
  /** A floor in words; a rule has only the vendor's id here. */
  const ruleName = (id: string): string => {
    const floor = floors.find((each) => each === id);
    return floor ? t(`floor.${floor}`) : id;
  };
  return (rejection) => {
    switch (rejection.type) {
      case 'invalid-arguments':
        return t('reason.invalid-arguments', {
          fields: rejection.issues.map(({ path }) => path).join(', '),
        });
      case 'unknown-mutation':
      case 'unsupported-version':
        return t('reason.unsupported');
      case 'unknown':
        return t('reason.unknown');
      case 'not-found':
      case 'already-exists':
        return t(`reason.${rejection.type}`, { record: t(`record.${rejection.recordType}`) });
      case 'wrong-state': {
        // OPP-2: a lead is the person's who was first, and only in time.
        const lead = rejection.recordType === 'lead' && rejection.wanted === 'offered';
        const taken = lostLeadStates.find((each) => lead && each === rejection.state);
        if (taken) return t(`reason.lead-${taken}`);
        return t('reason.wrong-state', {
          record: t(`record.${rejection.recordType}`),
          state: stateName(rejection.recordType, rejection.state),
          wanted: stateName(rejection.recordType, rejection.wanted),
        });
      }
      case 'edited-elsewhere':
        return t('reason.edited-elsewhere', { record: t(`record.${rejection.recordType}`) });
      case 'server-failed':
        return t('reason.server-failed', { reference: rejection.reference });
      case 'too-large':
        return t('reason.too-large', {
          size: formats.number(String(Math.ceil(rejection.bytes / 1_048_576))),
          limit: formats.number(String(rejection.limit / 1_048_576)),
        });
      case 'too-many-items':
        return t('reason.too-many-items', { limit: formats.number(rejection.limit) });
      case 'price-book-unavailable':
        return t('reason.price-book-unavailable', { version: rejection.version });
      case 'price-mismatch':
        return t('reason.price-mismatch', {
          client: formats.amount(rejection.client, rejection.currency),
          server: formats.amount(rejection.server, rejection.currency),
        });
      case 'quote-not-priceable':
        return t('reason.quote-not-priceable', { skus: rejection.skus.join(', ') });
      case 'contract-overdrawn':
        return t('reason.contract-overdrawn', { skus: rejection.skus.join(', ') });
      case 'quote-expired':
        return t('reason.quote-expired', { day: formats.day(rejection.until) });
      case 'approval-needed':
        return t('reason.approval-needed', { rules: rejection.reasons.map(ruleName).join(', ') });
      case 'bundle-unfit':
        return t('reason.bundle-unfit', { skus: rejection.skus.join(', ') });
      case 'floor-broken':
        return t('reason.floor-broken', { floors: rejection.floors.map(ruleName).join(', ') });
      case 'nothing-to-approve':
      case 'content-changed':
      case 'authority-exceeded':
      case 'authority-invalid':
      case 'not-allowed':
      case 'item-not-found':
      case 'quote-empty':
      case 'account-missing':
      case 'duplicate-business-id':
      case 'depends-on-refused':
        return t(`reason.${rejection.type}`);
      default:
        return assertNever(rejection);
    }
  };
}
