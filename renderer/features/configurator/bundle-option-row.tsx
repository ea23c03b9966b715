import { Checkbox, Radio } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BundleOption } from '#shared/domain/catalog/bundle';
import { textIn } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { contentLanguage } from '../../i18n/content-language';
import { Amount } from '../../ui/amount';
import classes from './configurator.module.css';
import { QuantityField } from './quantity-field';

interface BundleOptionRowProps {
  readonly groupId: string;
  readonly option: BundleOption;
  /** The component, when the option is taken. */
  readonly line: QuoteLine | undefined;
  readonly product: Product | undefined;
  readonly list: string | undefined;
  readonly bookCurrency: string;
  readonly currency: string;
  readonly sellLine: string | undefined;
  /** The bundle has one price, whatever its parts. */
  readonly inPrice: boolean;
  readonly effect: string | null;
  readonly exclusive: boolean;
  readonly canLeave: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onQuantity: (quantity: string) => void;
}

export function BundleOptionRow(props: BundleOptionRowProps) {
  const { t, i18n } = useTranslation('configurator');
  const { option, line, product, exclusive, onChoose, canLeave } = props;
  const name = product ? textIn(product.name, contentLanguage(i18n.language)) : option.sku;
  const { min, max } = option;
  const fixed = min !== null && min === max;
  return (
    <div className={classes['option']} data-chosen={line !== undefined || undefined}>
      <div className={classes['pick']}>
        {option.kind !== 'optional' && line ? (
          <IconCheck size={16} aria-hidden className={classes['check']} />
        ) : exclusive ? (
          <Radio
            size="xs"
            name={props.groupId}
            checked={line !== undefined}
            aria-label={name}
            onChange={() => onChoose(true)}
            onClick={() => {
              if (line && canLeave) onChoose(false);
            }}
          />
        ) : (
          <Checkbox
            size="xs"
            checked={line !== undefined}
            aria-label={name}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={classes['what']}>
        <p className={classes['name']}>{name}</p>
        <p className={classes['sku']}>
          {option.sku}
          {option.kind !== 'optional' && ` · ${t(`option.${option.kind}`)}`}
        </p>
      </div>
      <div className={classes['count']}>
        {line && (
          <>
            {fixed ? (
              <span className={classes['fixedQuantity']}>{line.quantity}</span>
            ) : (
              <QuantityField
                label={t('guide.quantityOf', { product: name })}
                value={line.quantity}
                onChange={props.onQuantity}
              />
            )}
            <span className={classes['scaling']}>
              {option.scaling === 'fixed' ? t('option.fixed') : t('option.perBundle')}
            </span>
          </>
        )}
      </div>
      <PriceCell {...props} />
    </div>
  );
}

function PriceCell({
  option,
  line,
  list,
  bookCurrency,
  currency,
  sellLine,
  inPrice,
  effect,
}: BundleOptionRowProps) {
  const { t } = useTranslation('configurator');
  if (option.kind === 'included') return <div className={classes['price']}>{t('option.included')}</div>;
  return (
    <div className={classes['price']}>
      {list === undefined ? (
        t('option.noPrice')
      ) : line && inPrice ? (
        t('option.inPrice')
      ) : line && sellLine !== undefined ? (
        <Amount value={sellLine} currency={currency} />
      ) : effect !== null && !line ? (
        <span title={t('option.effect')}>
          <Amount value={effect} currency={currency} sign muted />
        </span>
      ) : null}
      {list !== undefined && (
        <p className={classes['sku']} title={t('option.unitPrice')}>
          <Amount value={list} currency={bookCurrency} unit muted />
        </p>
      )}
    </div>
  );
}
