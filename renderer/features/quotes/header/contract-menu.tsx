import { ActionIcon, Menu } from '@mantine/core';
import { IconFilePlus, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contract, ContractLine } from '#shared/domain/pricing/contract';
import { amendmentLine, renewalLines } from '#shared/domain/quote/contract-lines';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useToday } from '../../../records/use-today';
import { useFormats } from '../../../ui/formats';
import { addItems } from '../editing/line-changes';
import { useOpenQuote } from '../editing/open-quote';
import classes from './header.module.css';

/** PR-50, PR-51: what can be done with the contract: renew it, or have more or less of one of its lines from today on. */
export function ContractMenu({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const today = useToday();
  const { editor, selection } = useOpenQuote();
  const add = (lines: readonly QuoteLine[]) => {
    editor.perform(addItems(editor.store.getState().quote, lines, null));
    selection.setState({ activeId: lines[0]?.id ?? null, ids: new Set() });
  };
  const amend = (line: ContractLine, action: 'add' | 'reduce') =>
    add([amendmentLine(line, { id: newId(), action, quantity: '1', startsOn: today })]);
  const nameOf = (line: ContractLine) => `${formats.number(line.quantity)} × ${line.description}`;
  return (
    <Menu position="bottom-start" width={340}>
      <Menu.Target>
        <ActionIcon size={20} className={classes['contractMenu'] ?? ''} aria-label={t('contract.actions')}>
          <IconFilePlus size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} className={classes['scroll'] ?? ''}>
        <Menu.Item
          leftSection={<IconRefresh size={15} aria-hidden />}
          onClick={() => add(renewalLines(contract, newId))}
        >
          {t('contract.renew', { count: contract.lines.length })}
        </Menu.Item>
        <Menu.Label>{t('contract.add')}</Menu.Label>
        {contract.lines.map((line) => (
          <Menu.Item
            key={line.id}
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => amend(line, 'add')}
          >
            {nameOf(line)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('contract.reduce')}</Menu.Label>
        {contract.lines.map((line) => (
          <Menu.Item
            key={line.id}
            leftSection={<IconMinus size={15} aria-hidden />}
            onClick={() => amend(line, 'reduce')}
          >
            {nameOf(line)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
