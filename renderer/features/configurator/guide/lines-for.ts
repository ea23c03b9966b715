import { defaultComponents } from '#shared/domain/catalog/configuration/default-components';
import { textIn, type Language } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { lineOf } from '../../../records/configuration/fix-changes';

/** A product the person ticked, with the quantity they want. */
export interface ChosenProduct {
  readonly product: Product;
  readonly quantity: string;
  readonly productOf: (sku: string) => Product | undefined;
}

/** The lines for what was chosen, a bundle with what it holds before anyone has chosen more. */
export const linesFor = (chosen: readonly ChosenProduct[], language: Language): QuoteLine[] =>
  chosen.flatMap(({ product, quantity, productOf }) => {
    const id = newId();
    const nameOf = (sku: string) => textIn(productOf(sku)?.name ?? { en: sku }, language);
    const line = lineOf({ id, sku: product.sku, quantity, description: nameOf(product.sku) });
    const components = product.bundle ? defaultComponents(product.bundle) : [];
    return [
      line,
      ...components.map((part) =>
        lineOf({
          id: newId(),
          sku: part.sku,
          quantity: part.quantity,
          description: nameOf(part.sku),
          component: { parentId: id, optionId: part.optionId },
        }),
      ),
    ];
  });
