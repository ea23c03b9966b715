import { Button, Progress, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAnswer } from '#shared/domain/catalog/configuration/follow-guide';
import { textIn } from '#shared/domain/catalog/localized';
import type { GuideQuestion, SellingGuide } from '#shared/domain/catalog/selling-guide';
import { parseInput } from '#shared/domain/money/parse-input';
import { contentLanguage } from '../../../i18n/content-language';
import { useFormats } from '../../../ui/formats';
import { answerText } from './answer-text';
import classes from './guide.module.css';
import type { Answering } from './use-guide-answers';

/** The questions: the answered ones above in a line each, the open one with all it needs. */
export function GuideQuestions({
  guide,
  answering,
}: {
  readonly guide: SellingGuide;
  readonly answering: Answering;
}) {
  const { t, i18n } = useTranslation('configurator');
  const formats = useFormats();
  const language = contentLanguage(i18n.language);
  const { questions, answers, at, done, goTo, restart } = answering;
  const open = questions[at];
  return (
    <section className={classes['questions']} aria-label={t('guide.questions')}>
      <h2 className={classes['heading']}>{textIn(guide.name, language)}</h2>
      <Progress
        value={questions.length === 0 ? 100 : (Math.min(at, questions.length) / questions.length) * 100}
        size="xs"
        aria-label={t('guide.step', { at: Math.min(at + 1, questions.length), of: questions.length })}
      />
      <ol className={classes['answered']}>
        {questions.slice(0, at).map((question, place) => (
          <li key={question.id} className={classes['answer']}>
            <span>
              <span className={classes['help']}>{textIn(question.text, language)}</span>
              <span className={classes['given']}>
                {answerText(question, answers.get(question.id), language, formats)}
              </span>
            </span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('guide.changeOf', { question: textIn(question.text, language) })}
              onClick={() => goTo(place)}
            >
              {t('guide.change')}
            </Button>
          </li>
        ))}
      </ol>
      {open && <OpenQuestion key={open.id} question={open} answering={answering} />}
      {done && (
        <Button variant="subtle" className={classes['restart'] ?? ''} onClick={restart}>
          {t('guide.again')}
        </Button>
      )}
    </section>
  );
}

interface OpenQuestionProps {
  readonly question: GuideQuestion;
  readonly answering: Answering;
}

function OpenQuestion({ question, answering }: OpenQuestionProps) {
  const { t, i18n } = useTranslation('configurator');
  const language = contentLanguage(i18n.language);
  const { answers, at, questions, goTo, next } = answering;
  const given = answers.get(question.id);
  const answered = given === undefined ? question.answer.kind === 'number' : isAnswer(question, given);
  const last = at === questions.length - 1;
  const form = useRef<HTMLFormElement>(null);
  // The question has just been asked: its answer is what comes next.
  useEffect(() => {
    const inputs = form.current?.querySelectorAll('input') ?? [];
    ([...inputs].find(({ checked }) => checked) ?? inputs[0])?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={classes['open']}
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <fieldset className={classes['fieldset']}>
        <legend className={classes['question']}>{textIn(question.text, language)}</legend>
        {question.help && <p className={classes['help']}>{textIn(question.help, language)}</p>}
        {question.answer.kind === 'choice' ? (
          <Choices question={question} answering={answering} />
        ) : (
          <NumberAnswer question={question} answering={answering} />
        )}
      </fieldset>
      <div className={classes['steps']}>
        <Button variant="default" disabled={at === 0} onClick={() => goTo(at - 1)}>
          {t('guide.back')}
        </Button>
        <Button type="submit" disabled={!answered}>
          {last ? t('guide.finish') : t('guide.next')}
        </Button>
        <span className={classes['help']}>{t('guide.step', { at: at + 1, of: questions.length })}</span>
      </div>
    </form>
  );
}

function Choices({ question, answering }: OpenQuestionProps) {
  const { i18n } = useTranslation();
  const language = contentLanguage(i18n.language);
  if (question.answer.kind !== 'choice') return null;
  const { multiple, options } = question.answer;
  const given = answering.answers.get(question.id);
  const chosen = typeof given === 'string' || given === undefined ? [] : given;
  return options.map(({ id, label, help }) => {
    const on = chosen.includes(id);
    return (
      <label key={id} className={classes['choice']} data-chosen={on || undefined}>
        <input
          type={multiple ? 'checkbox' : 'radio'}
          name={question.id}
          checked={on}
          onChange={() =>
            answering.answer(
              question.id,
              multiple ? (on ? chosen.filter((one) => one !== id) : [...chosen, id]) : [id],
            )
          }
        />
        <span>
          {textIn(label, language)}
          {help && <span className={classes['help']}>{textIn(help, language)}</span>}
        </span>
        {on && <IconCheck size={16} aria-hidden />}
      </label>
    );
  });
}

function NumberAnswer({ question, answering }: OpenQuestionProps) {
  const { t, i18n } = useTranslation('configurator');
  const formats = useFormats();
  const language = contentLanguage(i18n.language);
  const { answer } = question;
  const given = answering.answers.get(question.id);
  const usual = answer.kind === 'number' ? answer.usual : '0';
  const [typed, setTyped] = useState(() => formats.number(typeof given === 'string' ? given : usual, 3));
  if (answer.kind !== 'number') return null;
  const read = parseInput(typed, 'quantity', i18n.language);
  const wrong = !read.ok || !isAnswer(question, read.value);
  return (
    <TextInput
      className={classes['number'] ?? ''}
      aria-label={textIn(question.text, language)}
      inputMode="decimal"
      value={typed}
      rightSection={<span className={classes['unit']}>{textIn(answer.unit, language)}</span>}
      rightSectionWidth={150}
      error={
        wrong &&
        t('guide.range', { least: formats.number(answer.least, 3), most: formats.number(answer.most, 3) })
      }
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const now = parseInput(text, 'quantity', i18n.language);
        // What is no number is kept as typed and answers nothing.
        answering.answer(question.id, now.ok ? now.value : '');
      }}
    />
  );
}
