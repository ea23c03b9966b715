/**
 * False for text that PostgreSQL cannot hold: U+0000, or half of a surrogate pair (never a character; a broken paste). Found at the border it is a
 * typed answer the person can act on; found by the database it would be a failure.
 */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

export const notStorable = 'has a character that is none';
