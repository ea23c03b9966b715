import { Button, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypeXml } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/product';
import { useClient } from '../../client/client-context';
import { usePartner } from '../../client/hooks';
import type { OrderFile } from './queries';

/** PRO-4: saves the order as UBL 2.1, offline too. Nothing in it is only for the partner's eyes. */
export function ExportUbl({ file: { order, account } }: { readonly file: OrderFile }) {
  const { t } = useTranslation('orders');
  const { platform, catalog } = useClient();
  const partner = usePartner();
  const [run, setRun] = useState<{ readonly abort: AbortController; readonly lines: number } | null>(null);
  if (!partner) return null;
  const save = async (abort: AbortController): Promise<void> => {
    const { signal } = abort;
    // Units and tax categories; where the book is not here any more, the order says enough without them.
    const products = new Map<string, Product>();
    const { bookId, version } = order.priceBook;
    for (let at = 0; at < order.lines.length && !signal.aborted; at += productsAtOnce) {
      const skus = order.lines.slice(at, at + productsAtOnce).map(({ sku }) => sku);
      const data = await catalog.pricingData(bookId, version, skus);
      if (!data.ok) break;
      for (const product of data.value.products) products.set(product.sku, product);
    }
    const { writeUbl } = await import('./write-ubl');
    const bytes = await writeUbl(
      { order, partner, account, product: (sku) => products.get(sku) },
      { signal, onProgress: (lines) => setRun({ abort, lines }) },
    );
    if (!bytes) return;
    const number = (order.vendorOrderNumber ?? order.quoteNumber).replaceAll(/[^\w.-]+/g, '-');
    const saved = await platform.saveFile({
      name: `${number}.xml`,
      mimeType: 'application/xml',
      bytes,
    });
    if (saved.ok && saved.value === 'cancelled') return;
    notifications.show({
      withBorder: true,
      ...(saved.ok ? {} : { color: 'red', autoClose: false }),
      message: saved.ok ? t('ubl.saved', { number }) : t(`ubl.failed.${saved.error.type}`),
    });
  };
  const begin = () => {
    const abort = new AbortController();
    setRun({ abort, lines: 0 });
    void save(abort).finally(() => setRun(null));
  };
  if (run) {
    return (
      <Button
        variant="default"
        leftSection={<Loader size={14} aria-hidden />}
        onClick={() => run.abort.abort()}
      >
        {t('ubl.cancel', { done: run.lines, count: order.lines.length })}
      </Button>
    );
  }
  return (
    <Button variant="default" leftSection={<IconFileTypeXml size={15} aria-hidden />} onClick={begin}>
      {t('ubl.export')}
    </Button>
  );
}

/** Few enough that unpacking them never holds up the screen. */
const productsAtOnce = 500;
