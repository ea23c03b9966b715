import type { Language } from '#shared/domain/catalog/localized';
import { textIn } from '#shared/domain/catalog/localized';
import type { GuideQuestion } from '#shared/domain/catalog/selling-guide';
import type { Formats } from '../../../ui/format-values';

/** An answer as people say it: "40 people", "In the cloud". */
export function answerText(
  { answer }: GuideQuestion,
  given: readonly string[] | string | undefined,
  language: Language,
  formats: Formats,
): string {
  if (given === undefined) return '';
  if (answer.kind === 'number') {
    return typeof given === 'string' && given !== ''
      ? `${formats.number(given, 3)} ${textIn(answer.unit, language)}`
      : '';
  }
  const labels = answer.options
    .filter(({ id }) => given.includes(id))
    .map(({ label }) => textIn(label, language));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(labels);
}
