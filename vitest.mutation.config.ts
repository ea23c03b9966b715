import { defineConfig } from 'vitest/config';

/**
 * What Stryker runs against every mutant: the specification of money, pricing and quotes, nothing that touches a server or a screen.
 * MUTATION_TESTS narrows it to one folder's own tests: "money" while money is mutated alone.
 */
export default defineConfig({
  test: {
    include: [
      'shared/domain/loads.test.ts',
      `shared/domain/${process.env['MUTATION_TESTS'] ?? '{money,pricing,quote,approval,order}'}/**/*.test.ts`,
    ],
    testTimeout: 60_000,
  },
});
