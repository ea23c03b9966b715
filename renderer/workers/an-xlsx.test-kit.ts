// oxlint-disable-next-line no-restricted-imports -- for tests, which run in Node
import { crc32, deflateRawSync } from 'node:zlib';

interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Says this many bytes instead of what is true. */
  readonly claims?: number;
}

/** A ZIP archive, by hand, so that it can also be one that lies. */
export function aZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of entries) {
    const [fileName, packed] = [Buffer.from(name), deflateRawSync(content)];
    const facts = Buffer.alloc(24);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? content.length, 18);
    facts.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.alloc(2), fileName, packed]);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 12);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, rest, fileName]),
    );
    files.push(local);
    offset += local.length;
  }
  const length = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, ...directory, Buffer.from('PK\u0005\u0006'), end]));
}

interface Sheet {
  readonly name?: string;
  readonly hidden?: boolean;
  /** What stands within `<sheetData>`. */
  readonly rows: string | Uint8Array;
}

/** A workbook of sheets; style 1 is a date. */
export const anXlsx = (sheets: readonly Sheet[], workbookPr = '', claims?: number): Uint8Array =>
  aZip([
    {
      name: 'xl/workbook.xml',
      content: xml(
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr ${workbookPr}/><sheets>${sheets
          .map(
            ({ name, hidden }, at) =>
              `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
          )
          .join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
          .map(
            (_, at) =>
              `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
          )
          .join('')}</Relationships>`,
      ),
    },
    {
      name: 'xl/styles.xml',
      content: xml(
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/></cellXfs></styleSheet>',
      ),
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: Buffer.concat([
        xml('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'),
        typeof rows === 'string' ? Buffer.from(rows) : rows,
        Buffer.from('</sheetData></worksheet>'),
      ]),
      ...(claims === undefined ? {} : { claims }),
    })),
  ]);

const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);

/** A cell with a text of its own: `textCellAt('B2', 'Mill')`. */
export const textCellAt = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Rows of texts, from the first on. */
export const rowsOf = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (texts, row) =>
        `<row r="${row + 1}">${texts.map((text, at) => textCellAt(`${String.fromCharCode(65 + at)}${row + 1}`, text)).join('')}</row>`,
    )
    .join('');
