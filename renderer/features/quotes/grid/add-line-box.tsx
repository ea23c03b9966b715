import { Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/formats';
import type { CatalogHit } from '../../../client/client';
import { useEditorTools } from '../editing/editor-tools';
import classes from './add-line-box.module.css';
import { ProductOption } from './product-option';
import { useProductSearch } from './use-product-search';

/** Always under the last line: type a SKU or words, Enter adds the product and the box waits for the next. */
export function AddLineBox() {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { actions, addBox, announce, pasteRows, focusGrid } = useEditorTools();
  const [text, setText] = useState('');
  const search = useProductSearch(text);
  const combobox = useCombobox();
  const waiting = search.text !== text;

  useEffect(() => {
    if (search.hits.length > 0) combobox.selectFirstOption();
    // Only a new answer moves the cursor in the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [search]);

  const add = ({ product }: CatalogHit): void => {
    actions.addProduct(product, search.quantity);
    announce(t('said.added', { sku: product.sku }));
    setText('');
    combobox.closeDropdown();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // The grid around must not take these keys for its own; combinations go on to the commands.
    const forGrid = /^(Arrow|Home|End|Page|Tab)/.test(event.key);
    // Selecting, copying and undoing mean the text while there is some.
    const forText = text !== '' && /^[acxvzy]$/i.test(event.key);
    if (forGrid || forText || !(event.ctrlKey || event.metaKey)) event.stopPropagation();
    if (event.key === 'Escape') {
      if (text === '') focusGrid();
      setText('');
    }
    if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault();
      focusGrid();
    }
    // An Enter before the answer has come must not add a product of the answer before.
    if (event.key === 'Enter' && waiting) event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    if (!/[\t\n]/.test(event.clipboardData.getData('text/plain').trim())) return;
    event.preventDefault();
    event.stopPropagation();
    void pasteRows(event.clipboardData, 'end');
  };

  return (
    <div className={classes['box']}>
      <IconPlus size={15} className={classes['icon']} aria-hidden />
      <Combobox
        store={combobox}
        onOptionSubmit={(sku) => {
          const hit = search.hits.find(({ product }) => product.sku === sku);
          if (hit && !waiting) add(hit);
        }}
        position="top-start"
        width={680}
        offset={6}
        shadow="lg"
        withinPortal
        middlewares={{ flip: true, shift: true }}
      >
        <Combobox.Target>
          <input
            ref={addBox}
            className={classes['input']}
            value={text}
            placeholder={t('add.placeholder')}
            aria-label={t('add.label')}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onFocus={() => text !== '' && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === '' || (waiting && search.hits.length === 0)}>
          {search.corrected && <div className={classes['say']}>{t('add.corrected')}</div>}
          {search.bookMissing && <div className={classes['say']}>{t('add.bookMissing')}</div>}
          {!search.bookMissing && search.total === 0 && (
            <Combobox.Empty className={classes['say'] ?? ''}>{t('add.nothing', { text })}</Combobox.Empty>
          )}
          <Combobox.Options aria-label={t('add.results')}>
            {search.hits.map((hit) => (
              <Combobox.Option
                key={hit.product.sku}
                value={hit.product.sku}
                className={classes['option'] ?? ''}
              >
                <ProductOption hit={hit} quantity={search.quantity} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
          {search.total > search.hits.length && (
            <div className={classes['more']}>
              {t('add.more', { count: search.total, shown: formats.number(search.hits.length) })}
            </div>
          )}
        </Combobox.Dropdown>
      </Combobox>
      <span className={classes['hint']}>{t('add.hint')}</span>
    </div>
  );
}
