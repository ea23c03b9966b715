import { describe, expect, it } from 'vitest';
import { decodeText, guessEncoding } from './text-encoding';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark = '\uFEFF') => new Uint8Array(Buffer.from(mark + text, 'utf16le'));
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const swapped = (text: Uint8Array) => text.map((_, at) => text[at ^ 1] ?? 0);

/** Texts in encodings that nothing here writes: ASCII as it is, the rest by its bytes. */
const samples = {
  'windows-1250': [['Nazwa;Miasto\nMłyn;Łódź\n', '4e617a77613b4d696173746f0a4d b3 796e 3b a3 f3 64 9f 0a']],
  'windows-1251': [
    [
      'Название;Город\nООО Мир;Москва\n',
      'cde0e7e2e0ede8e53bc3eef0eee40a ceceCE 20 cce8f0 3b cceef1eae2e0 0a',
    ],
    // Capitals alone look like Chinese pairs, but for their odd lengths.
    ['ООО;МИР;ОАО\n', 'cecece3bccc8d03bcec0ce0a'],
  ],
  gb18030: [['名称;城市\n工厂;上海\n', 'c3fbb3c6 3b b3c7cad0 0a b9a4b3a7 3b c9cfbaa3 0a']],
  'windows-1252': [['Name;Ort\nMüller;Köln\n', '4e616d653b4f72740a4dfc6c6c65723b4bf66c6e0a']],
} as const;

describe('OPP-1 how a file is written is known by its bytes', () => {
  for (const [encoding, texts] of Object.entries(samples)) {
    it.each([...texts])(`${encoding}, whatever language the screen has: %s`, (text, hex) => {
      for (const language of ['en', 'pl', 'ru', 'zh-CN']) {
        if (encoding === 'windows-1252' && language === 'pl') continue;
        const guessed = guessEncoding(bytes(hex), language);
        expect([language, guessed]).toEqual([language, encoding]);
        expect(decodeText(bytes(hex), guessed)).toBe(text);
      }
    });
  }

  it('Unicode, with its mark and without', () => {
    const text = 'Name;Ort\nŁódź;上海\n';
    for (const written of [
      utf8(text),
      utf8(`\uFEFF${text}`),
      utf16(text),
      swapped(utf16(text)),
      utf16(text, ''),
      swapped(utf16(text, '')),
    ]) {
      expect(decodeText(written, guessEncoding(written, 'en'))).toBe(text);
    }
  });

  it('a damaged byte does not change the whole file', () => {
    const damaged = new Uint8Array([...utf8('żółć;gęś;jaźń\n'.repeat(30)), 0xff, 0x0a]);
    expect(guessEncoding(damaged, 'pl')).toBe('utf-8');
  });

  it('where nothing tells, it is what is usual where the language is spoken', () => {
    // "ó" is the same in both.
    expect(guessEncoding(bytes('f3'), 'pl')).toBe('windows-1250');
    expect(guessEncoding(bytes('f3'), 'en')).toBe('windows-1252');
  });
});
