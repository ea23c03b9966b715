import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { minorUnits } from '#shared/domain/money/minor-units';
import type { Quote } from '#shared/domain/quote/quote';
import { useFormats } from '../../ui/formats';
import type { ComparedLine, LineDifference, SideNames } from './compare-revisions';
import classes from './revisions.module.css';

const icons = { added: IconPlus, removed: IconMinus, changed: IconArrowsExchange } as const;

export type KindNames = Readonly<Record<keyof typeof icons, string>>;

/** Lines side by side; those that are the same stand in only when asked for. */
export function LineDifferences({
  lines,
  left,
  right,
  names,
  kindNames,
  unchanged,
}: {
  readonly lines: readonly LineDifference[];
  readonly left: Quote;
  readonly right: Quote;
  readonly names: SideNames;
  /** Said instead of added, removed and changed, where neither side is the earlier one. */
  readonly kindNames?: KindNames;
  readonly unchanged: boolean;
}) {
  const { t } = useTranslation('quotes');
  const shown = unchanged ? lines : lines.filter(({ kind }) => kind !== 'same');
  const same = lines.filter(({ kind }) => kind === 'same').length;
  return (
    <section className={classes['section']}>
      <table
        className={`${classes['lines'] ?? ''} ${classes['cells'] ?? ''}`}
        aria-label={t('compare.lines')}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('compare.lines')}
            </th>
            <th scope="colgroup" colSpan={4}>
              {names.left}, {left.currency}
            </th>
            <th scope="colgroup" colSpan={4}>
              {names.right}, {right.currency}
            </th>
            <th scope="col" rowSpan={2}>
              {t('compare.difference')}
            </th>
          </tr>
          <tr>
            <Heads />
            <Heads />
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row key={line.lineId} line={line} left={left} right={right} kindNames={kindNames} />
          ))}
        </tbody>
      </table>
      {!unchanged && same > 0 && <p className={classes['quiet']}>{t('compare.same', { count: same })}</p>}
    </section>
  );
}

function Heads() {
  const { t } = useTranslation('quotes');
  return (
    <>
      <th scope="col">{t('column.quantity')}</th>
      <th scope="col">{t('column.discount')}</th>
      <th scope="col">{t('column.net')}</th>
      <th scope="col">{t('column.total')}</th>
    </>
  );
}

function Row({
  line,
  left,
  right,
  kindNames,
}: {
  readonly line: LineDifference;
  readonly left: Quote;
  readonly right: Quote;
  readonly kindNames: KindNames | undefined;
}) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const { kind } = line;
  const said = line.right ?? line.left;
  const Icon = kind === 'same' ? null : icons[kind];
  const reworded = line.left && line.right && line.left.description !== line.right.description;
  return (
    <tr data-kind={kind}>
      <th scope="row">
        <span className={classes['kind']}>
          {Icon && <Icon size={13} aria-hidden />}
          {kind !== 'same' && (kindNames?.[kind] ?? t(`compare.kind.${kind}`))}
        </span>
        <span className={classes['sku']}>{said?.sku}</span> {said?.description}
        {said?.outside && <span className={classes['quiet']}> · {t('optional')}</span>}
        {reworded && <del className={classes['was']}>{line.left?.description}</del>}
      </th>
      <Cells line={line.left} other={line.right} currency={left.currency} />
      <Cells line={line.right} other={line.left} currency={right.currency} />
      <td>
        {line.difference === null
          ? '—'
          : Number(line.difference) === 0
            ? ''
            : formats.amount(line.difference, undefined, minorUnits(right.currency))}
      </td>
    </tr>
  );
}

function Cells({
  line,
  other,
  currency,
}: {
  readonly line: ComparedLine | null;
  readonly other: ComparedLine | null;
  readonly currency: string;
}) {
  const formats = useFormats();
  if (!line)
    return (
      <td colSpan={4} className={classes['absent']}>
        —
      </td>
    );
  const mark = (field: 'quantity' | 'discountPercent' | 'sellUnit' | 'sellLine') =>
    other && line[field] !== other[field] ? { 'data-changed': true } : {};
  return (
    <>
      <td {...mark('quantity')}>{formats.number(line.quantity)}</td>
      <td {...mark('discountPercent')}>
        {line.discountPercent === '0' ? '—' : formats.percent(line.discountPercent)}
      </td>
      <td {...mark('sellUnit')}>
        {line.sellUnit === null ? '—' : formats.unitPrice(line.sellUnit, undefined, 4)}
      </td>
      <td {...mark('sellLine')}>
        {line.sellLine === null ? '—' : formats.amount(line.sellLine, undefined, minorUnits(currency))}
      </td>
    </>
  );
}
