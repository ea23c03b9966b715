import { useTranslation } from 'react-i18next';
import { textIn } from '#shared/domain/catalog/localized';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import type { Qualification } from '#shared/domain/lead/lead';
import { contentLanguage } from '../../../i18n/content-language';
import { useFormats } from '../../../ui/formats';
import { PlainTable } from '../../../ui/plain-table';
import classes from './qualification.module.css';

interface GivenAnswersProps {
  readonly qualification: Qualification;
  readonly asked: LeadCriteria;
}

/** What was answered and sent: only read from here on. */
export function GivenAnswers({ qualification: { answers, note, score }, asked }: GivenAnswersProps) {
  const { t, i18n } = useTranslation('leads');
  const formats = useFormats();
  const language = contentLanguage(i18n.language);
  const rows = asked.criteria.map(({ id, text, options }) => ({
    id,
    question: textIn(text, language),
    option: options.find((option) => option.id === answers[id]),
  }));
  return (
    <>
      <PlainTable
        label={t('qualification.given')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'question', title: t('qualification.question'), render: ({ question }) => question },
          {
            key: 'answer',
            title: t('qualification.answer'),
            render: ({ option }) => (option ? textIn(option.label, language) : '\u2014'),
          },
          {
            key: 'points',
            title: t('score.column'),
            width: '96px',
            align: 'right',
            render: ({ option }) => (option ? formats.number(option.points) : '\u2014'),
          },
        ]}
      />
      <p className={classes['total']}>{t('score.now', { score })}</p>
      {note !== '' && <p className={classes['text']}>{note}</p>}
    </>
  );
}
