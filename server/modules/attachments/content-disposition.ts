/** RFC 6266, with RFC 8187 for what is not ASCII: the name to keep a download under. Always a download, never shown. */
export function asDownload(name: string): string {
  const plain = name.replaceAll(/[^\u0020-\u007e]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '_')).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
