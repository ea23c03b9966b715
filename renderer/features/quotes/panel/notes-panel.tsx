import { useTranslation } from 'react-i18next';
import { useOpenQuote } from '../editing/open-quote';
import { AutoSavedText } from './auto-saved-text';
import classes from './panel.module.css';

type TextField = 'introduction' | 'terms' | 'internalNotes';

/** The texts around the lines. Internal notes are not there while the customer looks. */
export function NotesPanel() {
  const { t } = useTranslation('quotes');
  const { quote, editor, editable, customerView } = useOpenQuote();
  const fields: readonly TextField[] = customerView
    ? ['introduction', 'terms']
    : ['introduction', 'terms', 'internalNotes'];
  return (
    <div className={classes['stack']}>
      {fields.map((field) => (
        <AutoSavedText
          key={field}
          label={t(`notes.${field}.label`)}
          description={t(`notes.${field}.help`)}
          value={quote[field]}
          readOnly={!editable}
          minRows={4}
          maxLength={20_000}
          onSave={(text) =>
            editor.perform({ name: 'editQuote', args: { id: quote.id, changes: { [field]: text } } })
          }
        />
      ))}
    </div>
  );
}
