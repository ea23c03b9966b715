import type { MutationName } from '#shared/mutations/registry';
import type { PushService } from '../sync/push.service';
import { followPartner } from './keep-leads-moving';
import type { LeadDesk } from './lead-desk';

const answers: ReadonlySet<string> = new Set<MutationName>([
  'acceptLead',
  'declineLead',
  'returnLead',
  'convertLead',
]);

/**
 * Pushes, after which the desk follows what they answered about leads, so that the next partner has a declined one within the second. The push
 * stands whatever becomes of that: what fails here the job does within a minute.
 */
export const followingPushes =
  (push: PushService, desk: LeadDesk, onError: (error: unknown) => void): PushService =>
  async (session, request) => {
    const pushed = await push(session, request);
    if (pushed.ok && request.mutations.some(({ name }) => answers.has(name))) {
      await followPartner(desk, session.partnerId).catch(onError);
    }
    return pushed;
  };
