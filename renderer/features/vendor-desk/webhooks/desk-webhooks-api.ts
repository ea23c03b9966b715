import type { z } from 'zod';
import { err, ok, type Result } from '#shared/lib/result';
import {
  replayedWebhookSchema,
  webhookDeliveriesSchema,
  webhookEndpointSchema,
  webhookListSchema,
  webhookWithSecretSchema,
  type EditWebhook,
  type NewWebhook,
  type ReplayWebhook,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookWithSecret,
} from '#shared/protocol/vendor-webhooks';
import { ask, askFor, post, type DeskProblem, type Fetch } from '../desk-request';

const list = '/api/v1/vendor/webhooks';
const one = (id: string): string => `${list}/${encodeURIComponent(id)}`;
const stopped = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});
const asks: Fetch = (path, init) => fetch(path, init);

export async function requestWebhooks(
  signal?: AbortSignal,
): Promise<Result<readonly WebhookEndpoint[], DeskProblem>> {
  const answer = await askFor(asks, list, webhookListSchema, stopped(signal));
  return answer.ok ? ok(answer.value.webhooks) : answer;
}

export interface WebhookFile {
  readonly webhook: WebhookEndpoint;
  readonly deliveries: readonly WebhookDelivery[];
}

/** One endpoint with what was sent last. */
export async function requestWebhook(
  fetch: Fetch,
  id: string,
  signal?: AbortSignal,
): Promise<Result<WebhookFile, DeskProblem>> {
  const [webhooks, deliveries] = await Promise.all([
    requestWebhooks(signal),
    askFor(fetch, `${one(id)}/deliveries?limit=200`, webhookDeliveriesSchema, stopped(signal)),
  ]);
  if (!webhooks.ok) return webhooks;
  if (!deliveries.ok) return deliveries;
  const webhook = webhooks.value.find((candidate) => candidate.id === id);
  return webhook
    ? ok({ webhook, deliveries: deliveries.value.deliveries })
    : err({ type: 'refused', why: 'not-found' });
}

export const addWebhook = (webhook: NewWebhook): Promise<Result<WebhookWithSecret, DeskProblem>> =>
  askFor(asks, list, webhookWithSecretSchema, post(webhook));

export const editWebhook = (
  id: string,
  changes: EditWebhook,
): Promise<Result<WebhookEndpoint, DeskProblem>> =>
  askFor(asks, one(id), webhookEndpointSchema, post(changes));

export const replaceSecret = (id: string): Promise<Result<WebhookWithSecret, DeskProblem>> =>
  askFor(asks, `${one(id)}/secret`, webhookWithSecretSchema, post({}));

export const replay = (
  id: string,
  what: ReplayWebhook,
): Promise<Result<z.infer<typeof replayedWebhookSchema>, DeskProblem>> =>
  askFor(asks, `${one(id)}/replay`, replayedWebhookSchema, post(what));

export const sendTest = (id: string): Promise<Result<unknown, DeskProblem>> =>
  ask(asks, `${one(id)}/test`, post({}));

export const removeWebhook = (id: string): Promise<Result<unknown, DeskProblem>> =>
  ask(asks, one(id), { method: 'DELETE' });
