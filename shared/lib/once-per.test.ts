import { expect, it } from 'vitest';
import { oncePer } from './once-per';

it('oncePer makes one value for each key, and tries again what threw', () => {
  const asked: string[] = [];
  const lengthOf = oncePer((text: string) => {
    asked.push(text);
    if (asked.length === 1) throw new Error('not yet');
    return { length: text.length };
  });
  expect(() => lengthOf('one')).toThrow('not yet');
  expect(lengthOf('one')).toBe(lengthOf('one'));
  expect(lengthOf('three')).toEqual({ length: 5 });
  expect(asked).toEqual(['one', 'one', 'three']);
});
