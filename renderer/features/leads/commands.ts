import { useMemo } from 'react';
import type { Lead } from '#shared/domain/lead/lead';
import type { ArgsOf } from '#shared/mutations/registry';
import { useSave } from '../../records/use-save';

export type LeadReason = ArgsOf<'declineLead'>['reason'];
export type Answers = ArgsOf<'answerCriteria'>['answers'];
/** Answers and note as a form has them. */
export interface AnswerDraft {
  readonly answers: Answers;
  readonly note: string;
}
export type Conversion = Omit<ArgsOf<'convertLead'>, 'id'>;

/** All of them resolve to false when it could not be stored (the person has been told). */
export interface LeadCommands {
  readonly accept: (lead: Lead) => Promise<boolean>;
  readonly decline: (lead: Lead, reason: LeadReason, text: string) => Promise<boolean>;
  /** Gives one back that was accepted. */
  readonly giveBack: (lead: Lead, reason: LeadReason, text: string) => Promise<boolean>;
  /** `seen`: the answers and the note that the person's own are made on, so that a colleague's stay (SY-14). */
  readonly answer: (lead: Lead, criteriaId: string, said: AnswerDraft, seen: AnswerDraft) => Promise<boolean>;
  /** The answers to the vendor, as they were last saved. */
  readonly send: (lead: Lead, criteriaId: string) => Promise<boolean>;
  readonly convert: (lead: Lead, conversion: Conversion) => Promise<boolean>;
}

/** OPP-2, OPP-3: what can be done with a lead. All of it works offline and goes out by itself. */
export function useLeadCommands(): LeadCommands {
  const save = useSave();
  return useMemo(
    () => ({
      accept: ({ id }) => save('acceptLead', { id }),
      decline: ({ id }, reason, text) => save('declineLead', { id, reason, text }),
      giveBack: ({ id }, reason, text) => save('returnLead', { id, reason, text }),
      answer: ({ id }, criteriaId, { answers, note }, base) =>
        save('answerCriteria', { id, criteriaId, answers, note, base }),
      send: ({ id }, criteriaId) => save('sendQualification', { id, criteriaId }),
      convert: ({ id }, conversion) => save('convertLead', { id, ...conversion }),
    }),
    [save],
  );
}
