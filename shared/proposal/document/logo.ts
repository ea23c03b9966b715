import { cleanText } from '../text/clean-text';
import { type ProposalFont, proposalFonts, splitRuns } from '../text/split-runs';

export interface Logo {
  readonly svg: string;
  /** Of texts in the drawing. */
  readonly font: ProposalFont;
}

/** A logo draws; it runs nothing and fetches nothing. Such elements are taken out whole. */
const activeElements = /<(script|foreignObject|image|iframe|style)\b[\s\S]*?(?:<\/\1\s*>|\/>)/gi;
const markup = /<[^>]*>/g;
/** The document has fonts of its own; a family that happens to be named like one of them may lack the drawing's letters. */
const fontFamilies = /\bfont-family\s*(?:=\s*(?:"[^"]*"|'[^']*')|:[^;"']*;?)/gi;

/**
 * The brand's SVG ready for the document, or null when it is none or has letters no font can draw: the brand's name then
 * stands in its place.
 */
export function readLogo(svg: string): Logo | null {
  const start = svg.search(/<svg[\s>]/i);
  const hasSize = /\bviewBox\s*=|\bwidth\s*=/.test(svg);
  if (start < 0 || !hasSize || !/<\/svg\s*>\s*$/i.test(svg)) return null;
  const drawing = svg.slice(start).replace(activeElements, '');
  const { runs, missing } = splitRuns(cleanText(drawing.replace(markup, ' ')));
  if (missing.length > 0) return null;
  const font = runs.some((run) => run.font === proposalFonts.chinese)
    ? proposalFonts.chinese
    : proposalFonts.latin;
  return { svg: drawing.replace(fontFamilies, ''), font };
}
