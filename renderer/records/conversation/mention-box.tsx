import { Combobox, useCombobox } from '@mantine/core';
import {
  useEffect,
  useRef,
  useState,
  type ChangeEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './conversation.module.css';
import { matchingPeople, mentionQuery, withMention, type Mentionable, type MentionQuery } from './mentions';

interface FieldProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  readonly onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
}

interface MentionBoxProps {
  readonly text: string;
  readonly people: readonly Mentionable[];
  readonly onPick: (person: Mentionable, text: string) => void;
  /** The text field. */
  readonly children: (props: FieldProps) => ReactNode;
}

/** After an "@" it offers the people who can be named; arrows and Enter pick one, Escape leaves the text as it is. */
export function MentionBox({ text, people, onPick, children }: MentionBoxProps) {
  const { t } = useTranslation('conversation');
  const field = useRef<HTMLTextAreaElement>(null);
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const combobox = useCombobox();
  const found = query ? matchingPeople(people, query.text) : [];
  const opened = found.length > 0;

  // After a name was put in the cursor stands behind it, once the text is there.
  useEffect(() => {
    if (cursor === null) return;
    field.current?.setSelectionRange(cursor, cursor);
    setCursor(null);
  }, [cursor]);
  useEffect(() => {
    if (opened) combobox.selectFirstOption();
    // Only when what is offered changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [opened, query?.text]);

  const look = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    setQuery(selectionStart === selectionEnd ? mentionQuery(value, selectionStart) : null);
  const pick = (id: string) => {
    const person = found.find((each) => each.id === id);
    if (!person || !query) return;
    const after = withMention(text, query, person.name);
    onPick(person, after.text);
    setCursor(after.cursor);
    setQuery(null);
  };
  return (
    <Combobox
      store={{ ...combobox, dropdownOpened: opened, closeDropdown: () => setQuery(null) }}
      onOptionSubmit={pick}
      withinPortal
      position="top-start"
      width={260}
    >
      <Combobox.Target withKeyboardNavigation={opened} withAriaAttributes={opened} autoComplete="off">
        {children({
          ref: field,
          onChange: ({ currentTarget }) => look(currentTarget),
          onSelect: ({ currentTarget }) => look(currentTarget),
          onBlur: () => setQuery(null),
        })}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('people')}>
          {found.map(({ id, name, side }) => (
            <Combobox.Option key={id} value={id}>
              {name}
              {side === 'vendor' && <span className={classes['side']}>{t('vendor')}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
