import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingPeople, mentionedIn, mentionQuery, textParts, withMention } from './mentions';

const people = [
  { id: 'a', name: 'Anna Nowak', side: 'partner' },
  { id: 'b', name: 'Anna Nowak-Lis', side: 'partner' },
  { id: 'c', name: 'Łukasz Żak', side: 'vendor' },
  { id: 'd', name: '王芳', side: 'vendor' },
] as const;

describe('OPP-6 naming somebody in a message', () => {
  it.each([
    ['@', 1, ''],
    ['Hello @An', 9, 'An'],
    ['Hello @Anna Now', 15, 'Anna Now'],
    ['你好 @王', 5, '王'],
    ['(@An', 4, 'An'],
  ])('looks for people after %j', (text, cursor, query) => {
    expect(mentionQuery(text, cursor)?.text).toBe(query);
  });

  it.each([
    ['an e-mail address', 'write to anna@exa', 17],
    ['the line after', '@Anna\nhello', 11],
    ['an "at" that stands alone', '3 @ 5', 5],
    ['no "@"', 'hello', 5],
  ])('but not in %s', (_, text, cursor) => {
    expect(mentionQuery(text, cursor)).toBeNull();
  });

  it('finds them by any part of the name, without regard to accents and case', () => {
    const ids = (query: string) => matchingPeople(people, query).map(({ id }) => id);
    expect(ids('now')).toEqual(['a', 'b']);
    expect(ids('lis')).toEqual(['b']);
    expect(ids('zak')).toEqual(['c']);
    expect(ids('王')).toEqual(['d']);
    expect(ids('x')).toEqual([]);
  });

  it('puts the name in place of what was typed, and nothing else', () => {
    const text = 'Hello @an, see this';
    const query = { start: 6, text: 'an' };
    expect(withMention(text, query, 'Anna Nowak')).toEqual({
      text: 'Hello @Anna Nowak , see this',
      cursor: 18,
    });
  });

  it('names those whose name still stands there, once', () => {
    const picked = [people[0], people[2], people[0]];
    expect(mentionedIn('@Anna Nowak and again @Anna Nowak', picked)).toEqual(['a']);
  });

  it('shows the longest name that fits', () => {
    expect(textParts('Hi @Anna Nowak-Lis and @Anna Nowak!', people)).toEqual([
      { text: 'Hi ', mention: null },
      { text: '@Anna Nowak-Lis', mention: 'b' },
      { text: ' and ', mention: null },
      { text: '@Anna Nowak', mention: 'a' },
      { text: '!', mention: null },
    ]);
  });

  it('loses no letter of any text', () => {
    const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom('@', '@Anna Nowak', '@Anna', '\n')));
    fc.assert(
      fc.property(texts, (some) => {
        const text = some.join('');
        expect(
          textParts(text, people)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
