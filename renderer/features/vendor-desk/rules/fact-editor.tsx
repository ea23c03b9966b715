import { ActionIcon, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparisons } from '#shared/domain/money/comparison';
import type { FactCondition } from '#shared/domain/rules/condition';
import { factDefinitions, type RuleSetKind } from '#shared/domain/rules/facts';
import type { RuleSet } from '#shared/protocol/vendor-rules';
import { amountForEditing, readAmount } from '../../../records/amount-text';
import { useFormats } from '../../../ui/formats';
import type { ConditionNode } from './condition-tree';
import { choicesOf, emptyFact } from './fact-choices';
import classes from './rules.module.css';
import { useConditionWords } from './use-condition-words';

type FactNode = Extract<ConditionNode, { readonly kind: 'fact' }>;

interface FactEditorProps {
  readonly kind: RuleSetKind;
  readonly known: RuleSet['known'];
  readonly regions: readonly string[];
  readonly node: FactNode;
  readonly onChange: (node: FactNode) => void;
  readonly onRemove: () => void;
}

/** One question: which fact, how it is asked, and the values or the figure. */
export function FactEditor({ kind, known, regions, node, onChange, onRemove }: FactEditorProps) {
  const { t } = useTranslation('vendor-rules');
  const words = useConditionWords(known.partners);
  const { fact, negated } = node;
  const put = (next: FactCondition) => onChange({ ...node, fact: next });
  return (
    <div className={classes['fact']}>
      <Select
        w={190}
        size="xs"
        aria-label={t('whichFact')}
        allowDeselect={false}
        value={fact.fact}
        data={Object.keys(factDefinitions[kind]).map((value) => ({ value, label: words.name(value) }))}
        onChange={(next) =>
          next && next !== fact.fact && onChange({ ...node, negated: false, fact: emptyFact(kind, next) })
        }
      />
      {fact.kind === 'text' ? (
        <>
          <Select
            w={150}
            size="xs"
            aria-label={t('howAsked')}
            allowDeselect={false}
            value={negated ? 'none' : 'any'}
            data={(['any', 'none'] as const).map((value) => ({ value, label: t(`asks.${value}`) }))}
            onChange={(how) => onChange({ ...node, negated: how === 'none' })}
          />
          <Values
            label={words.name(fact.fact)}
            value={fact.anyOf}
            choices={choicesOf(kind, fact.fact, known, regions)}
            wordOf={(value) => words.choice(fact.fact, value)}
            onChange={(anyOf) => put({ ...fact, anyOf })}
          />
        </>
      ) : (
        <>
          <Select
            w={150}
            size="xs"
            aria-label={t('howAsked')}
            allowDeselect={false}
            value={`${negated ? 'not ' : ''}${fact.compare}`}
            data={[
              ...comparisons.map((value) => ({ value: value as string, label: t(`compare.${value}`) })),
              ...(negated
                ? [
                    {
                      value: `not ${fact.compare}`,
                      label: t('compareNot', { how: t(`compare.${fact.compare}`) }),
                    },
                  ]
                : []),
            ]}
            onChange={(how) => {
              const compare = comparisons.find((each) => each === how);
              if (compare) onChange({ ...node, negated: false, fact: { ...fact, compare } });
            }}
          />
          <Figure
            label={words.name(fact.fact)}
            value={fact.value}
            onChange={(value) => put({ ...fact, value })}
          />
        </>
      )}
      <ActionIcon variant="subtle" aria-label={t('removeQuestion')} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface ValuesProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly choices: readonly string[] | null;
  readonly wordOf: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
}

function Values({ label, value, choices, wordOf, onChange }: ValuesProps) {
  const { t } = useTranslation('vendor-rules');
  const { compare } = useFormats();
  const common = {
    className: classes['values'] ?? '',
    size: 'xs',
    'aria-label': t('valuesOf', { fact: label }),
    placeholder: value.length === 0 ? t('chooseValues') : '',
    value: [...value],
    onChange,
  };
  if (choices === null) return <TagsInput {...common} />;
  // What was chosen and is not offered any more stays, to be seen and taken away.
  const all = [...new Set([...choices, ...value])];
  return (
    <MultiSelect
      {...common}
      searchable
      hidePickedOptions
      limit={100}
      data={all
        .map((each) => ({ value: each, label: wordOf(each) }))
        .sort((a, b) => compare(a.label, b.label))}
    />
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A decimal, read as the language writes it. What cannot be read is no figure, and stays as it was typed. */
function Figure({ label, value, onChange }: FigureProps) {
  const { t, i18n } = useTranslation('vendor-rules');
  const [typed, setTyped] = useState(() => amountForEditing(value, i18n.language));
  const wrong = value === '';
  return (
    <TextInput
      w={150}
      size="xs"
      inputMode="decimal"
      aria-label={t('valuesOf', { fact: label })}
      value={typed}
      error={wrong && typed.trim() !== '' && t('figureProblem')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = readAmount(text, i18n.language);
        onChange(read.ok ? read.value : '');
      }}
    />
  );
}
