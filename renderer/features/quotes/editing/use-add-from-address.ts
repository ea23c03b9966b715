import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../../client/client-context';
import { knownProducts } from '../input/known-products';
import { newLine } from './line-changes';
import { useOpenQuote } from './open-quote';
import type { LineActions } from './use-line-actions';

/** `?add=SKU` puts that product on the quote (from the catalog, say) and leaves the address, so that a reload does not add it again. */
export function useAddFromAddress(actions: LineActions): void {
  const { catalog } = useClient();
  const { quote, editable } = useOpenQuote();
  const [params, setParams] = useSearchParams();
  const wanted = params.get('add');
  const taken = useRef<string | null>(null);
  const { priceBook } = quote;

  useEffect(() => {
    if (wanted === null) taken.current = null;
    if (!wanted || taken.current === wanted) return;
    taken.current = wanted;
    const rest = new URLSearchParams(params);
    rest.delete('add');
    setParams(rest, { replace: true });
    if (!editable) return;
    const add = async (): Promise<void> => {
      const product = (await knownProducts(catalog, priceBook, [wanted]))(wanted);
      if (product) actions.addProduct(product, params.get('quantity'));
      // Not in this book: the line stays, visibly without a price, rather than nothing happening.
      else actions.insert([newLine({ id: newId(), sku: wanted.slice(0, 64), description: wanted })], []);
    };
    void add();
  }, [wanted, params, setParams, actions, catalog, priceBook, editable]);
}
