import { describe, expect, it } from 'vitest';
import { expectNext, isAwaited, type Expected } from './expected';

/** What is shown while the stored value becomes one of these after the other. */
function shown(expected: Expected<string>, stored: readonly string[]): readonly string[] {
  let wait: Expected<string> | null = expected;
  return stored.map((value) => {
    if (wait && !isAwaited(wait, value)) wait = null;
    return wait?.next ?? value;
  });
}

describe('a value that was saved and is not there yet', () => {
  const once = expectNext(null, 'a', 'b');
  const twice = expectNext(once, 'a', 'c');

  it('stands until it is there', () => {
    expect(shown(once, ['a', 'a', 'b', 'a'])).toEqual(['b', 'b', 'b', 'a']);
  });

  it('saved twice, does not fall back to the first of both in between', () => {
    expect(shown(twice, ['a', 'b', 'c', 'b'])).toEqual(['c', 'c', 'c', 'b']);
  });

  it('gives way to what somebody else made of it', () => {
    expect(shown(twice, ['a', 'x', 'c'])).toEqual(['c', 'x', 'c']);
  });

  it('changed back, waits for nothing that is there already', () => {
    expect(shown(expectNext(once, 'a', 'a'), ['a', 'b', 'a'])).toEqual(['a', 'b', 'a']);
  });
});
