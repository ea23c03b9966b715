import type { Content } from 'pdfmake/interfaces';
import type { ProposalFormats } from '../formats';
import type { ProposalInput, ProposalPlace } from '../proposal';
import { cleanText } from '../text/clean-text';
import type { SetText, Typesetter } from '../text/typesetter';
import type { ProposalTexts } from '../texts/proposal-texts';
import type { Accent } from './accent';
import type { Logo } from './logo';
import { sizes } from './page';

/** What every part of the document is made with. */
export interface DocumentKit {
  readonly input: ProposalInput;
  readonly texts: ProposalTexts;
  readonly formats: ProposalFormats;
  readonly typesetter: Typesetter;
  readonly accent: Accent;
  readonly partnerLogo: Logo | null;
  readonly vendorLogo: Logo | null;
}

/** The proposal's own wording and formatted figures. */
export const label = (kit: DocumentKit, text: string): SetText =>
  kit.typesetter.set(text, { place: 'label' });

export const textOf = (kit: DocumentKit, text: string, place: ProposalPlace): SetText =>
  kit.typesetter.set(text, { place });

export const heading = (kit: DocumentKit, text: string): Content => ({
  text: label(kit, text),
  fontSize: sizes.heading,
  bold: true,
  color: kit.accent.ink,
  headlineLevel: 1,
  margin: [0, 0, 0, 8],
});

/** A person's text, one block per line of it: the writer's work grows with the square of a block's length. */
export const paragraphs = (kit: DocumentKit, text: string, place: ProposalPlace): Content => ({
  stack: cleanText(text)
    .trim()
    .split('\n')
    .map((line) =>
      line.trim() === '' ? { text: ' ', fontSize: 5 } : { text: textOf(kit, line, place), lineHeight: 1.25 },
    ),
  margin: [0, 0, 0, 26],
});
