const browsers: readonly (readonly [RegExp, string])[] = [
  [/Electron\//, 'Fieldquote'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** What a device is called before its person names it: "Chrome · Windows". Product names alone, so that it reads the same in every language. */
export function systemAndBrowser(userAgent: string): string {
  const first = (known: typeof browsers): string | undefined =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1];
  const found = [first(browsers), first(systems)].filter((name) => name !== undefined);
  return found.length === 0 ? 'Fieldquote' : found.join(' · ');
}
