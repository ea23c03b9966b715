/** What may not be sent to anybody: opened by mistake it runs. By content, whatever the name says. */
const executableTypes: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/wasm',
  'application/x-deb',
  'application/x-rpm',
  'application/x-apple-diskimage',
  'application/x.ms.shortcut',
  'application/vnd.ms-htmlhelp',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'text/x-shellscript',
]);

/** What the systems that people use run by its name alone. */
const executableNames =
  /\.(app|apk|appx|bat|cmd|com|command|cpl|deb|dmg|exe|gadget|hta|inf|jar|jse?|lnk|mjs|msc|msi|msix|msp|mst|pif|ps1|psm1|reg|rpm|scf|scr|sh|url|vb|vbe|vbs|wsf|wsh)[\s.]*$/i;

/** Texts that a browser would act on. Each can match in one way only: a crafted file must not keep the server busy. */
const markup: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]/i,
    'image/svg+xml',
  ],
  [/<(!doctype html|html|head|body|script|iframe|object|embed|meta|link|form|style)[\s>/]/i, 'text/html'],
  [/^\s*<\?xml\s/i, 'application/xml'],
];

/** Of plain texts, and of the one container that old office documents share. */
const byName: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'text/plain': {
    csv: 'text/csv',
    tsv: 'text/tab-separated-values',
    json: 'application/json',
    md: 'text/markdown',
    eml: 'message/rfc822',
  },
  'application/x-cfb': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    msg: 'application/vnd.ms-outlook',
    vsd: 'application/vnd.visio',
  },
};

/** Enough to see what a text is. */
const looked = 4_096;

/**
 * The media type of a file by its content. The name decides only between types that look the same and are equally harmless. What is neither
 * known nor text is `application/octet-stream`.
 */
export async function mediaTypeOf(bytes: Uint8Array, name: string): Promise<string> {
  // Loaded when first needed: few screens attach anything.
  const { fileTypeFromBuffer } = await import('file-type/core');
  const found = await fileTypeFromBuffer(bytes);
  const type = found && found.mime !== 'application/xml' ? found.mime : textTypeOf(bytes);
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return byName[type]?.[extension] ?? type;
}

/** True for programs and scripts: by what they are, or by a name under which they would run. */
export const isExecutable = (mediaType: string, name: string): boolean =>
  executableTypes.has(mediaType) || executableNames.test(name);

function textTypeOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text === undefined) return 'application/octet-stream';
  if (text.startsWith('#!')) return 'text/x-shellscript';
  const start = text.slice(0, looked);
  return markup.find(([pattern]) => pattern.test(start))?.[1] ?? 'text/plain';
}

/** undefined: not a text. UTF-16 only with its mark, as everything looks like it without. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Tab, line feed, form feed and carriage return are the control characters that texts have.
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined; // bytes that are no characters
  }
}
