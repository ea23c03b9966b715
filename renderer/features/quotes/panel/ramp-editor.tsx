import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineTerm } from '#shared/domain/quote/line-term';
import { useOpenQuote } from '../editing/open-quote';
import { figureText, readQuantity, type FigureProblem } from '../input/read-figure';
import { Months } from './months';
import classes from './panel.module.css';

type Ramp = LineTerm['ramp'];

/** PR-143: successive runs of months, each with its own quantity, in place of the line's. */
export function RampEditor({
  term,
  quantity,
  readOnly,
  onChange,
}: {
  readonly term: LineTerm;
  readonly quantity: string;
  readonly readOnly: boolean;
  readonly onChange: (ramp: Ramp) => void;
}) {
  const { t } = useTranslation('quotes');
  const { ramp, end } = term;
  const sum = ramp.reduce((total, run) => total + run.months, 0);
  const left = end.kind === 'months' ? end.months - sum : 12;
  if (ramp.length === 0) {
    if (readOnly) return null;
    const half = end.kind === 'months' ? Math.max(1, Math.floor(end.months / 2)) : 12;
    const rest = end.kind === 'months' ? Math.max(1, end.months - half) : 12;
    return (
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes['start'] ?? ''}
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() =>
          onChange([
            { months: half, quantity },
            { months: rest, quantity },
          ])
        }
      >
        {t('term.ramp.start')}
      </Button>
    );
  }
  const put = (index: number, run: Partial<Ramp[number]>) =>
    onChange(ramp.map((each, place) => (place === index ? { ...each, ...run } : each)));
  return (
    <fieldset className={classes['ramp']} aria-label={t('term.ramp.title')}>
      {ramp.map((run, index) => (
        <div className={classes['run']} key={`${index} ${run.months} ${run.quantity}`}>
          <Months
            label={t('term.months')}
            months={run.months}
            readOnly={readOnly}
            onChange={(months) => put(index, { months })}
          />
          <RunQuantity
            value={run.quantity}
            readOnly={readOnly}
            onChange={(next) => put(index, { quantity: next })}
          />
          {!readOnly && (
            <ActionIcon
              aria-label={t('term.ramp.remove')}
              onClick={() => onChange(ramp.filter((_, place) => place !== index))}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes['start'] ?? ''}
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() =>
            onChange([...ramp, { months: Math.max(1, left), quantity: ramp.at(-1)?.quantity ?? quantity }])
          }
        >
          {t('term.ramp.add')}
        </Button>
      )}
    </fieldset>
  );
}

function RunQuantity({
  value,
  readOnly,
  onChange,
}: {
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (quantity: string) => void;
}) {
  const { t } = useTranslation('quotes');
  const { locale } = useOpenQuote();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<FigureProblem | null>(null);
  const save = () => {
    if (typed === null) return;
    const read = readQuantity(typed, locale);
    setProblem(read.ok ? null : read.error);
    if (read.ok && read.value !== value) onChange(read.value);
  };
  return (
    <TextInput
      label={t('field.quantity')}
      inputMode="decimal"
      value={typed ?? figureText(value, locale)}
      readOnly={readOnly}
      error={problem && t(`figure.${problem}`, { text: typed ?? '' })}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
