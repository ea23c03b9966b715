import { useTranslation } from 'react-i18next';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import type { Lead } from '#shared/domain/lead/lead';
import { useRecords } from '../../../client/hooks';
import { Section, SectionEmpty } from '../../../ui/section';
import { AnswerForm } from './answer-form';
import { GivenAnswers } from './given-answers';
import { QualificationSteps } from './qualification-steps';
import { Verdict } from './verdict';

/** OPP-3: the partner answers the vendor's questions, the vendor verifies or sends back, and it is answered again. */
export function QualificationSection({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('leads');
  const criteria = useRecords('leadCriteria')?.[0];
  const loading = useRecords('leadCriteria') === undefined;
  if (loading) return null;
  return (
    <Section title={t('qualification.title')}>
      {criteria ? (
        <Qualify lead={lead} criteria={criteria} />
      ) : (
        <SectionEmpty>{t('qualification.none')}</SectionEmpty>
      )}
    </Section>
  );
}

function Qualify({ lead, criteria }: { readonly lead: Lead; readonly criteria: LeadCriteria }) {
  const { qualification } = lead;
  const state = qualification?.state ?? 'draft';
  const answering = lead.state === 'accepted' && (state === 'draft' || state === 'sent-back');
  return (
    <>
      <QualificationSteps state={state} converted={lead.state === 'converted'} />
      {qualification?.vendor && state !== 'sent' && (
        <Verdict qualification={qualification} passAt={criteria.passAt} />
      )}
      {answering ? (
        // Sent back again, the form begins with what was judged.
        <AnswerForm key={qualification?.vendor?.at ?? 'first'} lead={lead} asked={criteria} />
      ) : (
        qualification && <GivenAnswers qualification={qualification} asked={criteria} />
      )}
    </>
  );
}
