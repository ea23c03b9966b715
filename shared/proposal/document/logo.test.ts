import { describe, expect, it } from 'vitest';
import { proposalFonts } from '../text/split-runs';
import { readLogo } from './logo';

const logo = (text: string, look: string) =>
  `<svg viewBox="0 0 9 9"><text x="1" ${look}>${text}</text></svg>`;

describe('the letters of a logo', () => {
  it('are drawn in the font that has them, whatever family the drawing asks for', () => {
    for (const look of [
      'font-family="Noto Sans, Arial"',
      "font-family='Noto Sans'",
      'style="font-family: Noto Sans; fill: red"',
    ]) {
      const read = readLogo(logo('玉桥信息', look));
      expect(read?.font).toBe(proposalFonts.chinese);
      expect(read?.svg).not.toContain('Noto Sans');
      expect(read?.svg).toContain('玉桥信息');
    }
  });

  it('keep the rest of their look', () => {
    expect(readLogo(logo('Vistula', 'font-family="Inter" font-size="30" fill="#123"'))?.svg).toContain(
      'font-size="30" fill="#123"',
    );
  });
});
