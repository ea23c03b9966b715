import type { SearchDocument } from '../../shared/domain/catalog/search/search-index';
import type { Random } from '../../server/seed/random';

const latin = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va xe zi tor ver net sec cloud data'.split(' ');
const cyrillic = 'ба ве ги до жу за ки ло му на пе ри со ту фа хе ци шо лиц сер хран сет'.split(' ');
const han = Array.from(
  '备份软件安全网络服务器交换机存储许可证企业标准年数据云端点监控身份培训迁移支持无线终端虚拟化',
);

/** Products with a vocabulary as wide as a broad catalog's: some words on every third row, most on a few. */
export function syntheticRows(count: number, random: Random): SearchDocument[] {
  const vocabulary = {
    latin: vocabularyOf(latin, 12_000, random),
    polish: vocabularyOf([...latin, 'ł', 'ż', 'ó', 'ść'], 12_000, random),
    cyrillic: vocabularyOf(cyrillic, 12_000, random),
    han: vocabularyOf(han, 4_000, random),
  };
  return Array.from({ length: count }, (_, row) => ({
    sku: `${code(random)}-${code(random)}-${random.pick(['STD', 'ENT', 'PRO', 'EDU'])}-${row.toString(36).toUpperCase()}`,
    texts: [
      sentence(vocabulary.latin, ' ', random),
      sentence(vocabulary.polish, ' ', random),
      sentence(vocabulary.cyrillic, ' ', random),
      sentence(vocabulary.han, '', random),
    ],
    otherTexts: [`family ${random.integer(1, 60)}`, `Vendor ${random.integer(1, 40)}`],
  }));
}

const code = (random: Random): string =>
  Array.from({ length: 3 }, () => random.pick(Array.from('ABCDEFGHKLMNPRSTVWX'))).join('');

function vocabularyOf(syllables: readonly string[], size: number, random: Random): string[] {
  return Array.from({ length: size }, () =>
    Array.from({ length: random.integer(2, 5) }, () => random.pick(syllables)).join(''),
  );
}

/** Words are drawn so that the first of the vocabulary are common and the last rare. */
function sentence(vocabulary: readonly string[], space: string, random: Random): string {
  const word = () =>
    vocabulary[Math.floor(vocabulary.length * (random.integer(0, 9_999) / 10_000) ** 4)] ?? '';
  return Array.from({ length: random.integer(4, 8) }, word).join(space);
}
