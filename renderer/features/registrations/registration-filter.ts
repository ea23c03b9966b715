import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { matchesText } from '#shared/lib/match-text';
import { standingOf, type Standing } from '../../records/registration-badge';

/** What waits for the rep first, what is over last. */
export const standings = [
  'in-conflict',
  'refused',
  'provisional',
  'with-vendor',
  'granted',
  'ended',
  'withdrawn',
] as const satisfies readonly Standing[];

export interface RegistrationFilter {
  readonly text: string;
  readonly standing: Standing | null;
}

export const noRegistrationFilter: RegistrationFilter = { text: '', standing: null };

export const filterRegistrations = (
  requests: readonly RegistrationRequest[],
  { text, standing }: RegistrationFilter,
  accountName: (id: string) => string,
): readonly RegistrationRequest[] =>
  requests.filter(
    (request) =>
      (standing === null || standingOf(request) === standing) &&
      matchesText(text, [accountName(request.accountId), request.description]),
  );
