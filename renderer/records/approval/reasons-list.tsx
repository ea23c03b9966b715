import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import type { Approver, ApprovalRule } from '#shared/domain/pricing/condition';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { useFormats } from '../../ui/formats';
import classes from './approval.module.css';
import { figureKindOf } from './reason-figure';

interface ReasonsListProps {
  readonly reasons: readonly ApprovalReason[];
  readonly quote: Quote | null;
  readonly currency: string;
  /** PR-60: the rules of the quote's book, which say what a figure measures. Empty where the book is not on this device. */
  readonly rules: readonly ApprovalRule[];
  readonly approverName: (approver: Approver) => string;
  /** Lines are links into the editor. */
  readonly linked?: boolean;
}

/** Lines named one by one; the rest is counted. */
const namedLines = 6;

/** PR-60: everything that asks for approval, in words: the rule, the figure against its limit, the lines, and who decides. */
export function ReasonsList(props: ReasonsListProps) {
  const { t } = useTranslation('approvals');
  return (
    <ol className={classes['reasons']} aria-label={t('reasons.title')}>
      {props.reasons.map((reason, index) => (
        <Reason
          number={index + 1}
          key={`${reason.kind} ${reason.ruleId} ${reason.approver} ${reason.order}`}
          reason={reason}
          {...props}
        />
      ))}
    </ol>
  );
}

function Reason({
  reason,
  number,
  quote,
  currency,
  rules,
  approverName,
  linked = false,
}: ReasonsListProps & { readonly reason: ApprovalReason; readonly number: number }) {
  const { t } = useTranslation('approvals');
  const figure = useFigure(figureKindOf(reason, rules), currency);
  const { kind, name, value, limit, lineIds, approver } = reason;
  return (
    <li className={classes['reason']}>
      <span className={classes['mark']} aria-hidden>
        {number}
      </span>
      <div className={classes['reasonWords']}>
        <span className={classes['reasonTitle']}>{kind === 'rule' ? name : t(`reasons.${kind}`)}</span>
        {limit !== null && (
          <span className={classes['reasonFigure']}>
            {value === null
              ? t('reasons.noFigure', { limit: figure(limit) })
              : t('reasons.figure', { value: figure(value), limit: figure(limit) })}
          </span>
        )}
        <ReasonLines quote={quote} lineIds={lineIds} linked={linked} />
      </div>
      <span className={classes['reasonApprover']}>{approverName(approver)}</span>
    </li>
  );
}

function useFigure(kind: ReturnType<typeof figureKindOf>, currency: string): (value: string) => string {
  const formats = useFormats();
  switch (kind) {
    case 'percent':
      return formats.percent;
    case 'amount':
      return (value) => formats.unitPrice(value, currency);
    default:
      return (value) => formats.number(value);
  }
}

function ReasonLines({
  quote,
  lineIds,
  linked,
}: {
  readonly quote: Quote | null;
  readonly lineIds: readonly string[];
  readonly linked: boolean;
}) {
  const { t } = useTranslation('approvals');
  if (lineIds.length === 0) return <span className={classes['reasonLines']}>{t('reasons.wholeQuote')}</span>;
  if (!quote)
    return <span className={classes['reasonLines']}>{t('reasons.lines', { count: lineIds.length })}</span>;
  const lines = linesOf(quote);
  const named = lineIds.slice(0, namedLines).flatMap((id) => {
    const at = lines.findIndex((line) => line.id === id);
    const line = lines[at];
    return line ? [{ line, number: at + 1 }] : [];
  });
  return (
    <span className={classes['reasonLines']}>
      {named.map(({ line, number }) => {
        const words = t('reasons.line', { number, sku: line.sku });
        return linked ? (
          <Link key={line.id} to={`/quotes/${quote.id}?item=${encodeURIComponent(line.id)}`}>
            {words}
          </Link>
        ) : (
          <span key={line.id}>{words}</span>
        );
      })}
      {lineIds.length > namedLines && (
        <span>{t('reasons.moreLines', { count: lineIds.length - namedLines })}</span>
      )}
    </span>
  );
}
