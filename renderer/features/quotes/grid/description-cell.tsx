import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAdjustments, IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { CellTexts } from './line-cells';
import type { LineRow } from './grid-rows';
import classes from './quote-grid.module.css';
import { rowMessages } from './row-messages';

export interface BundleTools {
  readonly quoteId: string;
  readonly editable: boolean;
  readonly toggleParts: (lineId: string) => void;
  readonly chooseAlternative: (lineId: string) => void;
}

/** The words of a line: its description, what it is to other lines, and under it the note for the customer and what is wrong. */
export function DescriptionCell(props: CellTexts & BundleTools & { readonly row: LineRow }) {
  const { row, t, formats } = props;
  const messages = rowMessages(row, t, formats);
  const { description, note, optional, contractChange } = row.line;
  return (
    <div className={classes['words']} data-part={row.isPart || undefined}>
      <div className={classes['firstLine']}>
        <Bonds {...props} />
        <span className={classes['clip']} title={description.length > 40 ? description : undefined}>
          {optional && <span className={classes['tag']}>{t('optional')}</span>}
          {contractChange && (
            <span className={classes['tag']}>{t(`contract.action.${contractChange.action}`)}</span>
          )}
          {description}
        </span>
        <Configure {...props} />
      </div>
      {note !== '' && <span className={classes['note']}>{note}</span>}
      {messages.length > 0 && (
        <span className={classes['message']} title={messages.join(' · ')}>
          <IconAlertTriangle size={12} aria-hidden /> {messages.join(' · ')}
        </span>
      )}
    </div>
  );
}

function Bonds({
  row,
  t,
  editable,
  toggleParts,
  chooseAlternative,
}: BundleTools & CellTexts & { readonly row: LineRow }) {
  const { alternative, description } = row.line;
  return (
    <>
      {row.bundle !== null && row.bundle.parts > 0 && (
        <ActionIcon
          size={18}
          className={classes['fold'] ?? ''}
          tabIndex={-1}
          aria-expanded={!row.bundle.collapsed}
          aria-label={t('bundle.parts', { count: row.bundle.parts })}
          onClick={() => toggleParts(row.id)}
        >
          {row.bundle.collapsed ? (
            <IconChevronRight size={14} aria-hidden />
          ) : (
            <IconChevronDown size={14} aria-hidden />
          )}
        </ActionIcon>
      )}
      {alternative && (
        <Tooltip label={t(alternative.chosen ? 'alternative.chosen' : 'alternative.choose')}>
          <label className={classes['alternative']}>
            <input
              type="radio"
              tabIndex={-1}
              name={alternative.group}
              checked={alternative.chosen}
              disabled={!editable}
              aria-label={`${t('alternative.choose')}: ${description}`}
              onChange={() => chooseAlternative(row.id)}
            />
            <span className={classes['tag']} data-chosen={alternative.chosen || undefined}>
              {t(alternative.chosen ? 'alternative.chosen' : 'alternative.one')}
            </span>
          </label>
        </Tooltip>
      )}
    </>
  );
}

function Configure({ row, t, quoteId, editable }: BundleTools & CellTexts & { readonly row: LineRow }) {
  if (!row.bundle) return null;
  return (
    <span className={classes['bundleEnd']}>
      {row.bundle.collapsed && row.bundle.parts > 0 && (
        <span className={classes['quietCount']}>{t('bundle.parts', { count: row.bundle.parts })}</span>
      )}
      {editable && row.bundle.configurable && (
        <Button
          component={Link}
          to={`/quotes/${quoteId}/configure/${row.id}`}
          variant="subtle"
          size="compact-xs"
          tabIndex={-1}
          leftSection={<IconAdjustments size={13} aria-hidden />}
        >
          {t('bundle.configure')}
        </Button>
      )}
    </span>
  );
}
