import type { TFunction } from 'i18next';
import type { Breach } from '#shared/domain/pricing/priced';
import type { Formats } from '../../../ui/format-values';

/** A broken floor in words, with what follows (PR-24): "Margin 3.2%: the floor is 5%; the manager decides". */
export function breachText(
  { floor, value, limit, onBreach }: Breach,
  t: TFunction<'quotes'>,
  formats: Formats,
): string {
  const write = (figure: string) =>
    floor === 'minimum-price' ? formats.unitPrice(figure, undefined, 4) : formats.percent(figure);
  const what = t(`breach.${floor}`, { value: value === null ? '—' : write(value), limit: write(limit) });
  const then = onBreach.action === 'block' ? 'block' : onBreach.approver;
  return `${what} · ${t(`breach.then.${then}`)}`;
}
