/** The demo's logos, drawn for it: a sign at the left and the name beside it. Shapes and plain text only, so that any viewer can draw them. */
const logo = (width: number, sign: string, name: string, colour: string): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64" width="${width}" height="64" role="img">`,
    sign,
    `<text x="76" y="42" font-family="Noto Sans, Inter, Helvetica, Arial, sans-serif" font-size="30" font-weight="700" fill="${colour}">${name}</text>`,
    '</svg>',
  ].join('');

export const logos = {
  /** Two towers joined by a bar: an H that is also a bridge. */
  halden: logo(
    250,
    '<rect x="4" y="6" width="52" height="52" rx="12" fill="#1d4ed8"/><path d="M18 18v28M42 18v28M18 34c8-8 16-8 24 0" fill="none" stroke="#ffffff" stroke-width="6" stroke-linecap="round"/>',
    'Halden',
    '#0f2a6b',
  ),
  /** A path towards a rising sun. */
  brightpath: logo(
    280,
    '<circle cx="32" cy="26" r="14" fill="#f59e0b"/><path d="M6 58 26 32h12l20 26z" fill="#b45309"/><path d="M28 58 31 34h2l3 24z" fill="#ffffff"/>',
    'Brightpath',
    '#7c3a06',
  ),
  /** Waves under an arch. */
  rheinkontor: logo(
    290,
    '<path d="M8 34a24 24 0 0 1 48 0" fill="none" stroke="#0f766e" stroke-width="7" stroke-linecap="round"/><path d="M6 46c6-6 12-6 18 0s12 6 18 0 12-6 16 0" fill="none" stroke="#14b8a6" stroke-width="5" stroke-linecap="round"/><path d="M6 57c6-6 12-6 18 0s12 6 18 0 12-6 16 0" fill="none" stroke="#5eead4" stroke-width="5" stroke-linecap="round"/>',
    'Rheinkontor',
    '#134e4a',
  ),
  /** Hills under a wide sky. */
  steppe: logo(
    300,
    '<rect x="4" y="6" width="52" height="52" rx="26" fill="#0ea5e9"/><circle cx="38" cy="24" r="7" fill="#fde047"/><path d="M7 42c10-9 18-9 25-3s14 5 22-1a26 26 0 0 1-47 4z" fill="#166534"/>',
    'Степь Интегро',
    '#0c4a6e',
  ),
  /** A ring of jade with a bridge across it. */
  jadebridge: logo(
    220,
    '<circle cx="30" cy="32" r="21" fill="none" stroke="#15803d" stroke-width="9"/><path d="M12 40c8-12 28-12 36 0" fill="none" stroke="#86efac" stroke-width="6" stroke-linecap="round"/>',
    '玉桥信息',
    '#14532d',
  ),
} as const;
