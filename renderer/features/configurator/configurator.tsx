import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { ReadyPricingSource } from '../../client/pricing-source';
import { contentLanguage } from '../../i18n/content-language';
import { useConfiguration } from '../../records/configuration/use-configuration';
import { useSave } from '../../records/use-save';
import { Crumb } from '../../ui/crumb';
import { Page } from '../../ui/page';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useUndo } from '../../ui/use-undo';
import {
  applyFix,
  componentsIn,
  isWithin,
  standardDraft,
  withDraft,
  type BundleDraft,
  type BundleProduct,
  type DraftTools,
} from './bundle-draft';
import { BundleGroups } from './bundle-groups';
import { BundleSummary } from './bundle-summary';
import classes from './configurator.module.css';
import { useQuotePrice } from './use-quote-price';

interface ConfiguratorProps {
  readonly quote: Quote;
  readonly parent: QuoteLine;
  readonly product: BundleProduct;
  readonly source: ReadyPricingSource;
}

/** CAT-3: every option with what it does to the price, what does not fit, and the live total; applied as one change. */
export function Configurator({ quote, parent, product, source }: ConfiguratorProps) {
  const { t, i18n } = useTranslation('configurator');
  const navigate = useNavigate();
  const save = useSave();
  const undoable = useUndo();
  const { busy, run } = useOneAtATime();
  const editable = isEditable(quote.state);
  const { bundle } = product;
  const tools = useMemo<DraftTools>(
    () => ({
      parentId: parent.id,
      nameOf: (sku) => textIn(source.product(sku)?.name ?? { en: sku }, quote.documentLanguage),
      newId,
    }),
    [parent.id, source, quote.documentLanguage],
  );
  const former = useMemo(() => componentsIn(quote, parent.id), [quote, parent.id]);
  const [changed, setDraft] = useState<BundleDraft | null>(() =>
    former.length === 0 && editable ? standardDraft(bundle, tools) : null,
  );
  const draft = changed ?? former;
  const tried = useMemo(() => withDraft(quote, parent.id, draft), [quote, parent.id, draft]);
  const price = useQuotePrice(quote, source);
  const priced = useMemo(() => price?.(tried), [price, tried]);
  const own = useMemo(() => new Set([parent.id, ...draft.map(({ id }) => id)]), [parent.id, draft]);
  const issues = useConfiguration(tried, source).filter(({ lineIds }) => lineIds.some((id) => own.has(id)));
  const name = textIn(product.name, contentLanguage(i18n.language));

  const back = useCallback(
    () => navigate(`/quotes/${quote.id}?item=${encodeURIComponent(parent.id)}`),
    [navigate, quote.id, parent.id],
  );
  const apply = async (): Promise<void> => {
    const { id } = quote;
    const parentId = parent.id;
    const stored = await undoable(save('configureBundle', { id, parentId, components: [...draft] }), {
      text: t('applied', { product: name }),
      undo: () => save('configureBundle', { id, parentId, components: [...former] }),
    });
    if (stored) await back();
  };
  const hard = issues.some(({ severity }) => severity === 'hard');
  return (
    <Page
      title={
        <Crumb to={`/quotes/${quote.id}`} list={quote.number}>
          {name}
        </Crumb>
      }
      actions={
        <>
          {editable && (
            <Button
              variant="subtle"
              leftSection={<IconRestore size={15} aria-hidden />}
              onClick={() => setDraft(standardDraft(bundle, tools))}
            >
              {t('reset')}
            </Button>
          )}
          <Button variant="default" onClick={() => void back()}>
            {editable ? t('cancel') : t('missing.toQuote')}
          </Button>
          {editable && (
            <Button loading={busy} onClick={() => void run(apply)}>
              {hard ? t('applyAnyway') : t('apply')}
            </Button>
          )}
        </>
      }
      aside={
        <BundleSummary
          quote={tried}
          parent={parent}
          source={source}
          priced={priced}
          before={price}
          stored={quote}
          issues={issues}
          isOffered={({ changes }) => isWithin(draft, changes, parent.id)}
          onFix={editable ? ({ changes }) => setDraft(applyFix(draft, bundle, changes, tools)) : null}
        />
      }
    >
      <div className={classes['screen']} inert={busy}>
        {!editable && <p className={classes['dimmed']}>{t('readOnly')}</p>}
        <BundleGroups
          quote={quote}
          parent={parent}
          product={product}
          source={source}
          draft={draft}
          tools={tools}
          price={price}
          priced={priced}
          editable={editable}
          onDraft={setDraft}
        />
      </div>
    </Page>
  );
}
