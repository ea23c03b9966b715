import { Button } from '@mantine/core';
import { IconMap } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { followGuide } from '#shared/domain/catalog/configuration/follow-guide';
import { textIn } from '#shared/domain/catalog/localized';
import type { SellingGuide } from '#shared/domain/catalog/selling-guide';
import { usePricingSource } from '../../../client/pricing-source';
import { contentLanguage } from '../../../i18n/content-language';
import { isOffered } from '../../../records/configuration/use-configuration';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { GuideQuestions } from './guide-questions';
import { GuideSuggestions } from './guide-suggestions';
import classes from './guide.module.css';
import type { ChosenProduct } from './lines-for';
import { useGuideAnswers } from './use-guide-answers';
import { skusOf, useGuides } from './use-guides';

interface Book {
  readonly bookId: string;
  readonly version: number;
  readonly currency: string;
}

interface GuideProps {
  readonly title: ReactNode;
  readonly book: Book;
  readonly pricingDate: string;
  /** What can be done with the products that are ticked. */
  readonly renderActions: (chosen: readonly ChosenProduct[]) => ReactNode;
}

/** CAT-5: one question after another, and beside them, live, what the answers lead to. */
export function Guide(props: GuideProps) {
  const { t, i18n } = useTranslation('configurator');
  const language = contentLanguage(i18n.language);
  const guides = useGuides(undefined);
  const [chosenId, choose] = useState<string | null>(null);
  const guide = guides?.find(({ id }) => id === chosenId) ?? (guides?.length === 1 ? guides[0] : undefined);
  if (!guides) return <Page title={props.title}>{null}</Page>;
  if (guide) return <OneGuide key={guide.id} {...props} guide={guide} />;
  return (
    <Page title={props.title}>
      {guides.length === 0 ? (
        <EmptyState icon={IconMap} title={t('guide.none.title')} text={t('guide.none.text')} />
      ) : (
        <ul className={classes['guides']} aria-label={t('guide.choose')}>
          {guides.map(({ id, name, description }) => (
            <li key={id}>
              <Button variant="default" onClick={() => choose(id)}>
                {textIn(name, language)}
              </Button>
              <p className={classes['help']}>{textIn(description, language)}</p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function OneGuide({
  title,
  book,
  pricingDate,
  renderActions,
  guide,
}: GuideProps & { readonly guide: SellingGuide }) {
  const skus = useMemo(() => skusOf(guide), [guide]);
  const source = usePricingSource(book.bookId, book.version, skus);
  const answering = useGuideAnswers(guide);
  const { answers } = answering;
  /** What the person ticked or typed themselves; what the guide proposes is ticked by itself. */
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [quantities, setQuantities] = useState<ReadonlyMap<string, string>>(new Map());
  const result = useMemo(
    () => (source.status === 'ready' ? followGuide(guide, answers, source.product) : null),
    [guide, answers, source],
  );
  const offered = source.status === 'ready' ? isOffered(source, pricingDate) : () => false;
  const isTicked = (sku: string, best: boolean) => ticked.get(sku) ?? (best && offered(sku));
  const quantityOf = (sku: string, proposed: string) => quantities.get(sku) ?? proposed;
  const chosen =
    result?.suggestions.flatMap(({ sku, best, quantity }): ChosenProduct[] => {
      const product = source.product?.(sku);
      return source.product && product && offered(sku) && isTicked(sku, best)
        ? [{ product, quantity: quantityOf(sku, quantity), productOf: source.product }]
        : [];
    }) ?? [];
  return (
    <Page title={title} actions={answering.done ? renderActions(chosen) : null}>
      <div className={classes['screen']}>
        <GuideQuestions guide={guide} answering={answering} />
        {source.status === 'ready' && result && answers.size > 0 && (
          <GuideSuggestions
            guide={guide}
            answers={answers}
            result={result}
            source={source}
            ready={answering.done}
            offered={offered}
            isTicked={isTicked}
            quantityOf={quantityOf}
            onTick={(sku, on) => setTicked(new Map([...ticked, [sku, on]]))}
            onQuantity={(sku, quantity) => setQuantities(new Map([...quantities, [sku, quantity]]))}
          />
        )}
      </div>
    </Page>
  );
}
