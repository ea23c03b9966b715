import { Checkbox } from '@mantine/core';
import { IconMapOff, IconStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type {
  GuideAnswers,
  GuideReason,
  GuideResult,
  GuideSuggestion,
} from '#shared/domain/catalog/configuration/follow-guide';
import { textIn } from '#shared/domain/catalog/localized';
import type { SellingGuide } from '#shared/domain/catalog/selling-guide';
import type { ReadyPricingSource } from '../../../client/pricing-source';
import { contentLanguage } from '../../../i18n/content-language';
import { Amount } from '../../../ui/amount';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { StateBadge } from '../../../ui/state-badge';
import { QuantityField } from '../quantity-field';
import { answerText } from './answer-text';
import classes from './guide.module.css';

interface GuideSuggestionsProps {
  readonly guide: SellingGuide;
  readonly answers: GuideAnswers;
  readonly result: GuideResult;
  readonly source: ReadyPricingSource;
  /** All questions are answered: what is shown can be taken. */
  readonly ready: boolean;
  readonly offered: (sku: string) => boolean;
  readonly isTicked: (sku: string, best: boolean) => boolean;
  readonly quantityOf: (sku: string, proposed: string) => string;
  readonly onTick: (sku: string, on: boolean) => void;
  readonly onQuantity: (sku: string, quantity: string) => void;
}

/** What the answers lead to, by purpose, best first, each with its reasons. */
export function GuideSuggestions(props: GuideSuggestionsProps) {
  const { t, i18n } = useTranslation('configurator');
  const { guide, result, source, answers } = props;
  const language = contentLanguage(i18n.language);
  const purposes = [...new Set(result.suggestions.map(({ purpose }) => purpose))];
  const nameOf = (sku: string) => textIn(source.product(sku)?.name ?? { en: sku }, language);
  return (
    <section className={classes['result']} aria-label={t('guide.result')} aria-live="polite">
      <h2 className={classes['heading']}>{t('guide.result')}</h2>
      {purposes.length === 0 && (
        <EmptyState icon={IconMapOff} title={t('guide.nothing.title')} text={t('guide.nothing.text')} />
      )}
      {purposes.map((purpose) => (
        <section key={purpose} className={classes['purpose']}>
          <h3 className={classes['purposeName']}>
            {textIn(guide.purposes.find(({ id }) => id === purpose)?.name ?? { en: purpose }, language)}
          </h3>
          {result.suggestions
            .filter((suggestion) => suggestion.purpose === purpose)
            .map((suggestion) => (
              <Suggestion
                key={suggestion.sku}
                {...props}
                suggestion={suggestion}
                name={nameOf(suggestion.sku)}
              />
            ))}
        </section>
      ))}
      {result.excluded.length > 0 && (
        <section className={classes['purpose']}>
          <h3 className={classes['purposeName']}>{t('guide.excluded')}</h3>
          {result.excluded.map(({ sku, reasons }) => (
            <div key={sku} className={classes['excluded']}>
              <p className={classes['name']}>{nameOf(sku)}</p>
              <Reasons guide={guide} answers={answers} reasons={reasons} />
            </div>
          ))}
        </section>
      )}
    </section>
  );
}

interface SuggestionProps extends GuideSuggestionsProps {
  readonly suggestion: GuideSuggestion;
  readonly name: string;
}

function Suggestion(props: SuggestionProps) {
  const { t } = useTranslation('configurator');
  const { suggestion, name, source, offered, guide, answers } = props;
  const { sku, best, quantity } = suggestion;
  const list = source.book.entry(sku)?.list;
  const ticked = props.isTicked(sku, best);
  return (
    <div className={classes['suggestion']} data-chosen={ticked || undefined}>
      <Checkbox
        size="xs"
        aria-label={name}
        checked={ticked}
        disabled={!props.ready || !offered(sku)}
        onChange={(event) => props.onTick(sku, event.currentTarget.checked)}
      />
      <div className={classes['what']}>
        <p className={classes['name']}>
          {name} {best && <StateBadge tone="good" icon={IconStar} label={t('guide.best')} />}
        </p>
        <p className={classes['help']}>{sku}</p>
        <Reasons guide={guide} answers={answers} reasons={suggestion.reasons} />
      </div>
      <QuantityField
        label={t('guide.quantityOf', { product: name })}
        value={props.quantityOf(sku, quantity)}
        disabled={!props.ready || !ticked}
        onChange={(typed) => props.onQuantity(sku, typed)}
      />
      <div className={classes['price']}>
        {list === undefined || !offered(sku) ? (
          t('guide.noPrice')
        ) : (
          <Amount value={list} currency={source.book.header.currency} unit />
        )}
      </div>
    </div>
  );
}

interface ReasonsProps {
  readonly guide: SellingGuide;
  readonly answers: GuideAnswers;
  readonly reasons: readonly GuideReason[];
}

/** The vendor's words, and which of the answers they follow from. */
function Reasons({ guide, answers, reasons }: ReasonsProps) {
  const { t, i18n } = useTranslation('configurator');
  const formats = useFormats();
  const language = contentLanguage(i18n.language);
  const said = (ids: readonly string[]) =>
    guide.questions
      .filter(({ id }) => ids.includes(id))
      .map((question) => answerText(question, answers.get(question.id), language, formats));
  return (
    <ul className={classes['reasons']}>
      {reasons.map(({ text, questions }) => (
        <li key={text.en}>
          {textIn(text, language)}
          {questions.length > 0 && (
            <span className={classes['because']}>
              {t('guide.because', { answers: said(questions).join(' · ') })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
