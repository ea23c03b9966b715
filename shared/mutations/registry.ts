import type { z } from 'zod';
import { acceptLead } from './accept-lead';
import { addQuoteItems } from './add-quote-items';
import { answerConflict } from './answer-conflict';
import { answerCriteria } from './answer-criteria';
import { appealRegistration } from './appeal-registration';
import { approveQuote } from './approve-quote';
import { attachToOrder } from './attach-to-order';
import { changeQuoteState } from './change-quote-state';
import { chooseAlternative } from './choose-alternative';
import { completeActivity } from './complete-activity';
import { completeObligation } from './complete-obligation';
import { configureBundle } from './configure-bundle';
import { convertLead } from './convert-lead';
import { createAccount } from './create-account';
import { createContact } from './create-contact';
import { createOpportunity } from './create-opportunity';
import { createQuote } from './create-quote';
import { decideApproval } from './decide-approval';
import { declineLead } from './decline-lead';
import { editAccount } from './edit-account';
import { editActivity } from './edit-activity';
import { editContact } from './edit-contact';
import { editObligation } from './edit-obligation';
import { editOpportunity } from './edit-opportunity';
import { editQuote } from './edit-quote';
import { editQuoteItems } from './edit-quote-items';
import { editRegistration } from './edit-registration';
import { logActivity } from './log-activity';
import { markRead } from './mark-read';
import { meetCriterion } from './meet-criterion';
import { moveQuoteItems } from './move-quote-items';
import type { Mutation } from './mutation';
import { placeOrder } from './place-order';
import { planObligations } from './plan-obligations';
import { postMessage } from './post-message';
import { reassign } from './reassign';
import { removeActivity } from './remove-activity';
import { removeGoal } from './remove-goal';
import { removeObligation } from './remove-obligation';
import { removeQuoteItems } from './remove-quote-items';
import { removeView } from './remove-view';
import { reopenObligation } from './reopen-obligation';
import { replaceQuote } from './replace-quote';
import { repriceQuote } from './reprice-quote';
import { requestApproval } from './request-approval';
import { requestExtension } from './request-extension';
import { requestSpecialBid } from './request-special-bid';
import { returnLead } from './return-lead';
import { reviseQuote } from './revise-quote';
import { saveView } from './save-view';
import { sendQualification } from './send-qualification';
import { setGoal } from './set-goal';
import { settleConflict } from './settle-conflict';
import { submitRegistration } from './submit-registration';
import { withdrawApproval } from './withdraw-approval';
import { withdrawRegistration } from './withdraw-registration';
import { withdrawSpecialBid } from './withdraw-special-bid';

/** Every mutation by name: what clients may ask for and the server will run. */
export const mutations = {
  createAccount,
  editAccount,
  createContact,
  editContact,
  createOpportunity,
  editOpportunity,
  settleConflict,
  createQuote,
  editQuote,
  addQuoteItems,
  editQuoteItems,
  removeQuoteItems,
  moveQuoteItems,
  chooseAlternative,
  configureBundle,
  repriceQuote,
  replaceQuote,
  changeQuoteState,
  reviseQuote,
  requestApproval,
  decideApproval,
  withdrawApproval,
  approveQuote,
  requestSpecialBid,
  withdrawSpecialBid,
  submitRegistration,
  editRegistration,
  appealRegistration,
  withdrawRegistration,
  placeOrder,
  acceptLead,
  declineLead,
  returnLead,
  answerCriteria,
  sendQualification,
  convertLead,
  logActivity,
  editActivity,
  completeActivity,
  removeActivity,
  meetCriterion,
  planObligations,
  editObligation,
  completeObligation,
  reopenObligation,
  removeObligation,
  postMessage,
  markRead,
  requestExtension,
  answerConflict,
  attachToOrder,
  setGoal,
  removeGoal,
  reassign,
  saveView,
  removeView,
} as const;

export type MutationName = keyof typeof mutations;
export type ArgsOf<N extends MutationName> = z.infer<(typeof mutations)[N]['args']>;

/** The mutation of that name with its argument type forgotten: callers parse `args` with its schema first. */
export function findMutation(name: string): Mutation<string, unknown> | undefined {
  return Object.hasOwn(mutations, name)
    ? (mutations[name as MutationName] as unknown as Mutation<string, unknown>)
    : undefined;
}
