import { countryOf, knownCityOf } from './places';
import { toLatin } from './fold-letters';

/**
 * The texts that a name can be read as: with the words of camel case apart and together; each of two names when it says
 * that the company trades under another one, did, or how it is called for short.
 */
export function readingsOf(name: string): readonly string[] {
  const said = name.split(otherNames).flatMap(withAcronym);
  const parts = said.filter((part) => /\p{L}/u.test(part));
  return [...new Set((parts.length > 1 ? parts : [name]).flatMap(waysToRead))];
}

const otherNames =
  /[\s,;(]+(?:d\/b\/a|dba|t\/a|trading as|doing business as|formerly|f\/k\/a|fka|dawniej|vormals|ehemals|ehem\.|ранее|бывш\.|anciennement|già)\s/iu;

/** "Miejska Komunikacja Brzezinka (MKB)" is called "MKB" too. */
function withAcronym(name: string): readonly string[] {
  const acronym = /\s*\((\p{Lu}{3,7})\)/u.exec(name);
  const short = acronym?.[1];
  if (!acronym || short === undefined) return [name];
  const latin = toLatin(short);
  if (countryOf(latin) !== undefined || knownCityOf(latin) !== undefined) return [name];
  return [name.replace(acronym[0], ' '), short];
}

function waysToRead(name: string): readonly string[] {
  const plain = name.normalize('NFKC');
  // A last capital belongs to its word: "GmbH", "MPWiK".
  const apart = plain.replace(/(\p{Ll})(?=\p{Lu}\p{L})/gu, '$1 ');
  return [apart.replace(elision, ''), apart, plain];
}

/** "d'Avocats", "dell'Arte": an article or preposition without its vowel. */
const elision = /(?<!\p{L})(?:l|d|s|qu|dell|all|nell|dall|sull|un)['’ʼ`](?=\p{L})/giu;

/** What is written for "number" and "city", in one spelling, and digits apart from the word in front ("Studio54"); before NFKC, which makes letters of the sign. */
export const withPlainSigns = (name: string): string =>
  name
    .replace(/[№#]/gu, ' nr ')
    .replace(/(?<!\p{L})č(?:ís)?\.\s*(?=\d)/giu, ' nr ')
    .replace(/(?<!\p{L})(nr|no)(?=\d)/giu, '$1 ')
    .replace(/(?<=\p{L}{3})(?=\d+(?![\p{L}\d]))/gu, ' ')
    // Small letters only: capitals are somebody's initials.
    .replace(/(?<![\p{L}.])(?:г|гор|м|п|пос|с|р|p|обл)\.\s?(?!\p{L}\.)(?=[\p{L}\d])/gu, ' w ');
