import { Button, Group, Radio, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import type { Criterion, LeadCriteria } from '#shared/domain/lead/criteria';
import type { Lead } from '#shared/domain/lead/lead';
import { missingAnswers } from '#shared/domain/lead/score';
import { contentLanguage } from '../../../i18n/content-language';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { useRemembered } from '../../../ui/use-remembered';
import { useLeadCommands, type AnswerDraft, type Answers } from '../commands';
import { isUnsaved, knownAnswers } from './answer-draft';
import classes from './qualification.module.css';
import { ScoreMeter } from './score-meter';

/** What was chosen and typed, and what was saved when that began: a colleague's answers may come down meanwhile. */
interface KeptDraft extends AnswerDraft {
  readonly seen?: AnswerDraft;
}

interface AnswerFormProps {
  readonly lead: Lead;
  readonly asked: LeadCriteria;
}

/** First step: the vendor's questions, with the score as it would be and what is still missing. Answers are kept as they are chosen. */
export function AnswerForm({ lead, asked }: AnswerFormProps) {
  const { t } = useTranslation('leads');
  const { answer, send } = useLeadCommands();
  const { busy, run } = useOneAtATime();
  const saved: AnswerDraft = {
    answers: lead.qualification?.answers ?? {},
    note: lead.qualification?.note ?? '',
  };
  const [kept, setKept] = useRemembered<KeptDraft | null>(`draft:qualify:${lead.id}`, null);
  const [told, setTold] = useState(false);
  const draft = kept ?? saved;
  const answers = knownAnswers(asked.criteria, draft.answers);
  const missing = missingAnswers(asked.criteria, answers);
  const unsaved = kept !== null && isUnsaved({ ...draft, answers }, saved);

  const save = async (): Promise<boolean> => {
    const said = { answers, note: draft.note.trim() };
    const stored = await answer(lead, asked.id, said, kept?.seen ?? saved);
    if (stored) setKept(null);
    return stored;
  };
  const submit = async (): Promise<void> => {
    if (missing.length > 0) {
      setTold(true);
      document.getElementById(`criterion-${missing[0]}`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const upToDate = lead.qualification !== null && !unsaved;
    if (upToDate || (await save())) await send(lead, asked.id);
  };
  const keep = (changes: Partial<AnswerDraft>) =>
    setKept({ answers, note: draft.note, ...changes, seen: kept?.seen ?? saved });
  const choose = (criterion: string, option: string) =>
    keep({ answers: { ...answers, [criterion]: option } });
  return (
    <>
      <ScoreMeter criteria={asked} answers={answers} missing={missing.length} />
      <div className={classes['criteria']} inert={busy}>
        {asked.criteria.map((criterion) => (
          <Question
            key={criterion.id}
            criterion={criterion}
            chosen={answers[criterion.id]}
            missing={told && missing.includes(criterion.id)}
            onChoose={choose}
          />
        ))}
      </div>
      <Textarea
        className={classes['note'] ?? ''}
        inert={busy}
        label={t('qualification.note')}
        description={t('qualification.noteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        value={draft.note}
        onChange={(event) => keep({ note: event.currentTarget.value })}
      />
      <Group mt="md" gap="sm">
        <Button
          leftSection={<IconSend size={15} aria-hidden />}
          loading={busy}
          onClick={() => void run(submit)}
        >
          {t(lead.qualification?.vendor ? 'qualification.sendAgain' : 'qualification.send')}
        </Button>
        <Button variant="default" disabled={!unsaved || busy} onClick={() => void run(save)}>
          {t('qualification.save')}
        </Button>
        {unsaved && <span className={classes['quiet']}>{t('qualification.unsaved')}</span>}
      </Group>
    </>
  );
}

interface QuestionProps {
  readonly criterion: Criterion;
  readonly chosen: Answers[string] | undefined;
  readonly missing: boolean;
  readonly onChoose: (criterion: string, option: string) => void;
}

function Question({ criterion, chosen, missing, onChoose }: QuestionProps) {
  const { t, i18n } = useTranslation('leads');
  const language = contentLanguage(i18n.language);
  const { id, text, help, required, options } = criterion;
  return (
    <div id={`criterion-${id}`} className={classes['criterion']}>
      <Radio.Group
        label={textIn(text, language)}
        description={help ? textIn(help, language) : undefined}
        required={required}
        value={chosen ?? null}
        error={missing && t('qualification.answerMissing')}
        onChange={(option) => onChoose(id, option)}
      >
        <div className={classes['options']}>
          {options.map((option) => (
            <Radio
              key={option.id}
              value={option.id}
              className={classes['option'] ?? ''}
              label={
                <span className={classes['optionLabel']}>
                  <span>{textIn(option.label, language)}</span>
                  <span className={classes['points']}>{t('score.points', { count: option.points })}</span>
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}
