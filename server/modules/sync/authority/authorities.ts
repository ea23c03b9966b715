import type { MutationName } from '#shared/mutations/registry';
import { answerLeadAuthority } from './answer-lead';
import { approveQuoteAuthority } from './approve-quote';
import type { Authority } from './authority';
import { changeQuoteStateAuthority, reviseQuoteAuthority } from './change-quote-state';
import { completeObligationAuthority } from './complete-obligation';
import { decideApprovalAuthority } from './decide-approval';
import { placeOrderAuthority } from './place-order';
import { markReadAuthority, receiveMessageAuthority } from './receive-message';
import { receiveRegistrationAuthority, submitRegistrationAuthority } from './receive-registration';
import { requestApprovalAuthority } from './request-approval';
import { requestSpecialBidAuthority } from './request-special-bid';

/** The mutations that the shared code alone cannot decide. */
const authorities: Partial<Record<MutationName, Authority>> = {
  changeQuoteState: changeQuoteStateAuthority,
  reviseQuote: reviseQuoteAuthority,
  requestApproval: requestApprovalAuthority,
  decideApproval: decideApprovalAuthority,
  approveQuote: approveQuoteAuthority,
  requestSpecialBid: requestSpecialBidAuthority,
  submitRegistration: submitRegistrationAuthority,
  editRegistration: receiveRegistrationAuthority,
  appealRegistration: receiveRegistrationAuthority,
  requestExtension: receiveRegistrationAuthority,
  answerConflict: receiveRegistrationAuthority,
  placeOrder: placeOrderAuthority,
  acceptLead: answerLeadAuthority,
  declineLead: answerLeadAuthority,
  returnLead: answerLeadAuthority,
  completeObligation: completeObligationAuthority,
  postMessage: receiveMessageAuthority,
  markRead: markReadAuthority,
};

export const findAuthority = (name: string): Authority | undefined =>
  Object.hasOwn(authorities, name) ? authorities[name as MutationName] : undefined;
