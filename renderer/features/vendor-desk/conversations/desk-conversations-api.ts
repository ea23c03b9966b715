import type { ConversationKey } from '#shared/domain/conversation/message';
import { err, ok, type Result } from '#shared/lib/result';
import {
  vendorConversationFileSchema,
  vendorConversationListSchema,
  type VendorConversation,
  type VendorConversationFile,
  type VendorMessage,
} from '#shared/protocol/vendor-conversation';
import { ask, askFor, post, type DeskProblem, type Fetch } from '../desk-request';

const list = '/api/v1/vendor/conversations';
const one = ({ type, id }: ConversationKey): string => `${list}/${type}/${encodeURIComponent(id)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

/** Conversations with all partners, the one last written in first. */
export async function requestDeskConversations(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly VendorConversation[], DeskProblem>> {
  const answer = await askFor(fetch, list, vendorConversationListSchema, stopped(signal));
  return answer.ok ? ok(answer.value.conversations) : answer;
}

export const requestDeskConversation = (
  fetch: Fetch,
  about: ConversationKey,
  signal?: AbortSignal,
): Promise<Result<VendorConversationFile, DeskProblem>> =>
  askFor(fetch, one(about), vendorConversationFileSchema, stopped(signal));

/** Sent again after no answer came it is there once. */
export const sendDeskMessage = (
  fetch: Fetch,
  about: ConversationKey,
  message: VendorMessage,
): Promise<Result<VendorConversationFile, DeskProblem>> =>
  askFor(fetch, `${one(about)}/messages`, vendorConversationFileSchema, post(message));

export async function sendDeskRead(
  fetch: Fetch,
  about: ConversationKey,
  upTo: string,
): Promise<Result<void, DeskProblem>> {
  const answer = await ask(fetch, `${one(about)}/read`, post({ upTo }));
  return answer.ok ? ok(undefined) : err(answer.error);
}
