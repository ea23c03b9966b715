const longest = 200;

/**
 * A file's name as people see it: without folders, and without characters that are not seen or turn the reading direction round ("fdp.exe" must
 * not read "exe.pdf"). The extension survives shortening.
 */
export function cleanFileName(name: string): string {
  const seen = name
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\p{Cf}\p{Surrogate}]/gu, '')
    .replaceAll(/[/\\]/g, '_')
    .trim();
  if (seen === '') return 'file';
  if (seen.length <= longest) return seen;
  const dot = seen.lastIndexOf('.');
  const extension = dot > 0 && seen.length - dot <= 12 ? seen.slice(dot) : '';
  return (
    seen
      .slice(0, longest - extension.length)
      .replace(/\p{Surrogate}$/u, '')
      .trim() + extension
  );
}
