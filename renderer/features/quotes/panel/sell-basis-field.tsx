import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuoteLine, SellBasis } from '#shared/domain/quote/quote';
import { useOpenQuote } from '../editing/open-quote';
import { figureText, readFigure, type FigureProblem } from '../input/read-figure';
import classes from './panel.module.css';

const kinds = ['list', 'markup', 'margin', 'fixed'] as const;
type Kind = (typeof kinds)[number];

/** PR-20: where the customer's price starts from; give it a key of the basis, so that an undo shows. A figure that cannot be read stays typed, with its reason. */
export function SellBasisField({
  line,
  currency,
  readOnly,
  onChange,
}: {
  readonly line: QuoteLine;
  readonly currency: string;
  readonly readOnly: boolean;
  readonly onChange: (changes: { readonly sell: SellBasis }) => void;
}) {
  const { t } = useTranslation('quotes');
  const { locale, pricedLines } = useOpenQuote();
  const [kind, setKind] = useState<Kind>(line.sell.kind);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<FigureProblem | null>(null);

  const choose = (next: Kind) => {
    setKind(next);
    setProblem(null);
    if (next === 'list') return onChange({ sell: { kind: 'list' } });
    const priced = pricedLines.get(line.id);
    const now = priced?.status === 'priced' ? priced.amounts : null;
    // Starts from what the line costs now, so that nothing jumps.
    setTyped(next === 'fixed' && now ? figureText(now.sellUnit, locale) : '');
  };
  const save = () => {
    if (typed === null || kind === 'list') return;
    const read = readFigure(
      typed,
      kind === 'fixed' ? 'price' : kind === 'margin' ? 'percent' : 'markup',
      locale,
    );
    setProblem(read.ok ? null : read.error);
    if (!read.ok) return;
    setTyped(null);
    onChange({
      sell: kind === 'fixed' ? { kind, unitPrice: read.value } : { kind, percent: read.value },
    });
  };
  const label = t('basis.label');
  return (
    <div className={classes['pair']}>
      <Select
        label={label}
        data={kinds.map((value) => ({ value, label: t(`basis.${value}`) }))}
        value={kind}
        readOnly={readOnly}
        onChange={(value) => value && choose(value)}
      />
      {kind !== 'list' && (
        <TextInput
          label={kind === 'fixed' ? t('basis.price', { currency }) : t('basis.percent')}
          value={typed ?? figureText(valueOf(line.sell), locale)}
          readOnly={readOnly}
          inputMode="decimal"
          error={problem && t(`figure.${problem}`, { text: typed ?? '' })}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      )}
    </div>
  );
}

function valueOf(sell: SellBasis): string {
  if (sell.kind === 'list') return '';
  return sell.kind === 'fixed' ? sell.unitPrice : sell.percent;
}
