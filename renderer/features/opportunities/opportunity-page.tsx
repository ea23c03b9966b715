import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Opportunity, Stage } from '#shared/domain/deal/opportunity';
import { useCustomerView } from '../../client/customer-view';
import { useRecordState } from '../../client/hooks';
import { Activities } from '../../records/activities/activities';
import { useActivityCommands } from '../../records/activities/commands';
import { ConflictBanner } from '../../records/conflicts/conflict-banner';
import { ConversationSection } from '../../records/conversation/conversation-section';
import { SettledConflicts } from '../../records/conflicts/settled-conflicts';
import { Obligations } from '../../records/obligations/obligations';
import { useProblemText } from '../../records/use-problem-text';
import { Crumb } from '../../ui/crumb';
import { EditableText } from '../../ui/editable-text';
import type { EditBasis } from '../../ui/inline-edit';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { Section } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import { useOpportunityCommands } from './commands';
import { OpportunityDetails } from './opportunity-details';
import { readOpportunityField, type OpportunityChanges, type OpportunityTextField } from './opportunity-form';
import { OpportunityQuotes } from './opportunity-quotes';
import { OpportunityRegistrations } from './opportunity-registrations';
import { useOpportunityFile, type OpportunityFile } from './queries';
import { StagePath } from './stage-path';
import { useOpportunityEvents } from './use-opportunity-events';

/** One deal: where it stands, what comes next, its quotes; details at the side. */
export function OpportunityPage() {
  const { t } = useTranslation('opportunities');
  const { opportunityId = '' } = useParams();
  const file = useOpportunityFile(opportunityId);
  if (file === undefined) return null;
  if (file === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/opportunities" />
      </Page>
    );
  }
  return <OpportunityRecord key={opportunityId} file={file} />;
}

function OpportunityRecord({ file }: { readonly file: OpportunityFile }) {
  const { t, i18n } = useTranslation(['opportunities', 'forms', 'records']);
  const { opportunity } = file;
  const { log } = useActivityCommands();
  const events = useOpportunityEvents(file);
  const customerView = useCustomerView(({ on }) => on);
  const state = useRecordState('opportunity', opportunity.id);
  const problemText = useProblemText();
  const { edit, move } = useOpportunityCommands();

  const change = (changes: OpportunityChanges, label: string, basis: Partial<Opportunity>) =>
    edit({ ...opportunity, ...basis }, changes, t('forms:saved', { field: label }));
  const text = (field: OpportunityTextField) => ({
    label: t(`field.${field}`),
    value: opportunity[field] ?? '',
    draftKey: `opportunity:${opportunity.id}:${field}`,
    read: (typed: string) => readOpportunityField(field, typed, i18n.language),
    say: (problem: Parameters<typeof problemText>[0]) => problemText(problem, t('problem.invalid')),
    field,
    onSave: (value: string, basis: EditBasis) =>
      change({ [field]: field === 'lostReason' && value === '' ? null : value }, t(`field.${field}`), basis),
  });
  const goOn = async (stage: Stage, from: Stage, why?: string): Promise<boolean> => {
    if (!(await move({ ...opportunity, stage: from }, stage))) return false;
    if (why === undefined) return true;
    const subject = t('salesPath.wentOn', { stage: t(`records:stage.${stage}`) });
    return log(
      { type: 'opportunity', id: opportunity.id },
      { kind: 'note', subject, text: why, at: new Date().toISOString(), dueOn: null },
    );
  };
  return (
    <Page
      title={
        <Crumb to="/opportunities" list={t('title')}>
          <EditableText {...text('name')} look="title" />
        </Crumb>
      }
      actions={<SyncMark state={state} />}
      aside={<OpportunityDetails file={file} customerView={customerView} onChange={change} />}
    >
      {!customerView && (
        <>
          <ConflictBanner type="opportunity" ids={[opportunity.id]} />
          <StagePath opportunity={opportunity} onMove={goOn} />
          {opportunity.stage === 'lost' && (
            <Section title={t('field.lostReason')}>
              <EditableText
                {...text('lostReason')}
                look="block"
                multiline
                placeholder={t('hint.lostReason')}
              />
            </Section>
          )}
          <Section title={t('field.nextStep')}>
            <EditableText {...text('nextStep')} look="block" />
          </Section>
        </>
      )}
      {!customerView && <Activities about={{ type: 'opportunity', id: opportunity.id }} events={events} />}
      {!customerView && <Obligations opportunityId={opportunity.id} />}
      <OpportunityQuotes file={file} />
      {!customerView && <OpportunityRegistrations opportunityId={opportunity.id} />}
      {!customerView && (
        <Section title={t('field.notes')}>
          <EditableText {...text('notes')} look="block" multiline placeholder={t('hint.notes')} />
        </Section>
      )}
      {!customerView && <SettledConflicts type="opportunity" ids={[opportunity.id]} />}
      <ConversationSection about={{ type: 'opportunity', id: opportunity.id }} />
    </Page>
  );
}
