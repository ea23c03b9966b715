import { useMemo } from 'react';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { newId } from '#shared/lib/ids';
import { useSave } from '../../records/use-save';
import type { RegistrationFields } from './registration-form';

type RegistrationChanges = Partial<Omit<RegistrationFields, 'accountId'>>;

export interface RegistrationCommands {
  /** Resolves to the new request's id, or null when it could not be stored (the person has been told). */
  readonly submit: (fields: RegistrationFields) => Promise<string | null>;
  /** Corrects a request and sends it to the vendor again. This and the others resolve to false when it could not be stored. */
  readonly correct: (
    request: RegistrationRequest,
    changes: RegistrationChanges,
    /** The changed fields as the person saw them (SY-14). */
    base: RegistrationChanges,
  ) => Promise<boolean>;
  readonly appeal: (request: RegistrationRequest, text: string) => Promise<boolean>;
  readonly withdraw: (request: RegistrationRequest) => Promise<boolean>;
  /** Asks for more time for what was granted. */
  readonly extend: (request: RegistrationRequest, until: string, reason: string) => Promise<boolean>;
  /** Says this partner's side of a conflict; `seen`: the statement that it takes the place of, '' for none. */
  readonly answer: (request: RegistrationRequest, text: string, seen: string) => Promise<boolean>;
}

/** OPP-4: what can be done with registrations of deals. All of it works offline and goes out by itself. */
export function useRegistrationCommands(): RegistrationCommands {
  const save = useSave();
  return useMemo(
    () => ({
      submit: async (fields) => {
        const id = newId();
        return (await save('submitRegistration', { id, ...fields })) ? id : null;
      },
      correct: ({ id }, changes, base) => save('editRegistration', { id, changes, base }),
      appeal: ({ id }, text) => save('appealRegistration', { id, text }),
      extend: ({ id, registrationId }, until, reason) =>
        save('requestExtension', { id, registrationId: registrationId ?? '', until, reason }),
      answer: ({ id }, text, base) => save('answerConflict', { id, text, base }),
      withdraw: ({ id }) => save('withdrawRegistration', { id }),
    }),
    [save],
  );
}
