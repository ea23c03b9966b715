import { expect, it } from 'vitest';

/** Schemas and tables are made while a module loads. One that cannot be made fails a test here, instead of taking a whole suite away. */
const modules = import.meta.glob(['./{money,pricing}/**/*.ts', '!./**/*.test.ts', '!./**/*.test-kit.ts']);

it.each(Object.entries(modules))('%s loads', async (_path, load) => {
  expect(await load()).toBeDefined();
});
