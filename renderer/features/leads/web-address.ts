/** The address to open for what was written as a company's web site; null when it is none (anything but http would be no web site). */
export function webAddress(written: string): string | null {
  const text = written.trim();
  if (!/^(https?:\/\/)?[^\s/:@]+\.[^\s/:@]+(\/\S*)?$/i.test(text)) return null;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? address : null;
}
