import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypeXml } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { usePartner } from '../../client/hooks';
import type { OrderFile } from './queries';

/** PRO-4: saves the order as UBL 2.1, offline too. Nothing in it is only for the partner's eyes. */
export function ExportUbl({ file: { order, account } }: { readonly file: OrderFile }) {
  const { t } = useTranslation('orders');
  const { platform, catalog } = useClient();
  const partner = usePartner();
  const [busy, setBusy] = useState(false);
  if (!partner) return null;
  const save = async (): Promise<void> => {
    const { bookId, version } = order.priceBook;
    const skus = order.lines.map(({ sku }) => sku);
    // Units and tax categories; where the book is not here any more, the order says enough without them.
    const data = await catalog.pricingData(bookId, version, skus);
    const products = new Map((data.ok ? data.value.products : []).map((product) => [product.sku, product]));
    const { orderToUbl } = await import('#shared/export/ubl/order-to-ubl');
    const xml = orderToUbl({ order, partner, account, product: (sku) => products.get(sku) });
    const number = (order.vendorOrderNumber ?? order.quoteNumber).replaceAll(/[^\w.-]+/g, '-');
    const saved = await platform.saveFile({
      name: `${number}.xml`,
      mimeType: 'application/xml',
      bytes: new TextEncoder().encode(xml),
    });
    if (saved.ok && saved.value === 'cancelled') return;
    notifications.show({
      withBorder: true,
      ...(saved.ok ? {} : { color: 'red', autoClose: false }),
      message: saved.ok ? t('ubl.saved', { number }) : t(`ubl.failed.${saved.error.type}`),
    });
  };
  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<IconFileTypeXml size={15} aria-hidden />}
      onClick={() => {
        setBusy(true);
        void save().finally(() => setBusy(false));
      }}
    >
      {t('ubl.export')}
    </Button>
  );
}
