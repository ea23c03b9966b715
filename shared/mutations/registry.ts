import type { z } from 'zod';
import { addQuoteItems } from './add-quote-items';
import { appealRegistration } from './appeal-registration';
import { approveQuote } from './approve-quote';
import { changeQuoteState } from './change-quote-state';
import { chooseAlternative } from './choose-alternative';
import { configureBundle } from './configure-bundle';
import { createAccount } from './create-account';
import { createContact } from './create-contact';
import { createOpportunity } from './create-opportunity';
import { createQuote } from './create-quote';
import { decideApproval } from './decide-approval';
import { editAccount } from './edit-account';
import { editContact } from './edit-contact';
import { editOpportunity } from './edit-opportunity';
import { editQuote } from './edit-quote';
import { editQuoteItems } from './edit-quote-items';
import { moveQuoteItems } from './move-quote-items';
import { editRegistration } from './edit-registration';
import type { Mutation } from './mutation';
import { placeOrder } from './place-order';
import { removeQuoteItems } from './remove-quote-items';
import { replaceQuote } from './replace-quote';
import { repriceQuote } from './reprice-quote';
import { requestApproval } from './request-approval';
import { requestSpecialBid } from './request-special-bid';
import { reviseQuote } from './revise-quote';
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
} as const;

export type MutationName = keyof typeof mutations;
export type ArgsOf<N extends MutationName> = z.infer<(typeof mutations)[N]['args']>;

/** The mutation of that name with its argument type forgotten: callers parse `args` with its schema first. */
export function findMutation(name: string): Mutation<string, unknown> | undefined {
  return Object.hasOwn(mutations, name)
    ? (mutations[name as MutationName] as unknown as Mutation<string, unknown>)
    : undefined;
}
