import { describe, expect, it } from 'vitest';
import { isExecutable, mediaTypeOf } from './media-type';

const typeOf = (text: string, name = 'file'): Promise<string> =>
  mediaTypeOf(new TextEncoder().encode(text), name);

describe('OPP-6 what a file is, by its content', () => {
  it('is known of texts that a browser would act on, whatever they are called', async () => {
    expect(await typeOf('<!-- a --> <!-- b --><svg xmlns="x">', 'order.txt')).toBe('image/svg+xml');
    expect(await typeOf('<?xml version="1.0"?><!-- a --><!DOCTYPE svg><svg>')).toBe('image/svg+xml');
    expect(await typeOf('Hello <script>alert(1)</script>', 'order.csv')).toBe('text/html');
    expect(await typeOf('<?xml version="1.0"?><Order/>')).toBe('application/xml');
  });

  it('is told by the name only between plain texts', async () => {
    expect(await typeOf('a,b', 'order.csv')).toBe('text/csv');
    expect(await typeOf('a,b', 'order.pdf')).toBe('text/plain');
  });

  it('is found at once in a text made to be slow: comments without end', async () => {
    const start = performance.now();
    expect(await typeOf('<!---->'.repeat(580))).toBe('text/plain');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('is no secret of programs with a harmless name, nor of names under which they would run', async () => {
    expect(isExecutable(await typeOf('#!/bin/sh\nrm -rf .', 'order.txt'), 'order.txt')).toBe(true);
    expect(isExecutable('text/plain', 'order.pdf.exe')).toBe(true);
    expect(isExecutable('text/plain', 'order.txt')).toBe(false);
  });
});
