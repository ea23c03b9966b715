import type { Quote } from '#shared/domain/quote/quote';

/** Not allowed in a file's name by one of the three systems, or a nuisance in it. */
const unfit = /[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu;
const longestName = 80;

const fit = (text: string): string =>
  Array.from(text.normalize('NFC').replace(unfit, ' ').trim().replace(/\s+/g, '-'))
    .slice(0, longestName)
    .join('')
    .replace(/^[.-]+|[.-]+$/g, '');

/** "Q-7K2M-0042-r1-Baltic-Foods.pdf"; a name every file system takes. */
export function proposalFileName(
  { number, revision }: Pick<Quote, 'number' | 'revision'>,
  customer: string | undefined,
): string {
  const parts = [fit(number), `r${revision}`, fit(customer ?? '')].filter((part) => part !== '');
  return `${parts.join('-')}.pdf`;
}
