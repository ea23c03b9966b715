/** sRGB hex colours, "#0a5fd8". */
export interface Accent {
  /** Of large areas: the brand's colour, darkened only where it would vanish on white. */
  readonly area: string;
  /** Of text on such an area; at least 4.5:1 (WCAG 2.2, 1.4.3). */
  readonly onArea: string;
  /** Of text and thin rules on white; at least 4.5:1. */
  readonly ink: string;
  /** A light tint for the background of sums. */
  readonly tint: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

const white: Rgb = [255, 255, 255];
const dark: Rgb = [20, 24, 33];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const toHex = (rgb: Rgb): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((value, index) => value + ((to[index] ?? 0) - value) * share) as unknown as Rgb;

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const channel = value / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21, WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [light = 0, dim = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dim + 0.05);
}

function darkenUntil(color: Rgb, ratio: number): Rgb {
  let result = color;
  while (contrast(toHex(result), '#ffffff') < ratio) result = mix(result, [0, 0, 0], 0.06);
  return result;
}

export function accentOf(brandColor: string): Accent {
  const brand = parse(brandColor);
  const area = toHex(darkenUntil(brand, 1.5));
  const onWhite = toHex(white);
  return {
    area,
    onArea:
      contrast(area, onWhite) >= 4.5 ? onWhite : contrast(area, toHex(dark)) >= 4.5 ? toHex(dark) : '#000000',
    ink: toHex(darkenUntil(brand, 4.5)),
    tint: toHex(mix(brand, white, 0.92)),
  };
}
