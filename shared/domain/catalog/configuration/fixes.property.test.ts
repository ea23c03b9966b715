import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Constraint } from '../constraint';
import {
  bundle,
  catalogOf,
  excludes,
  group,
  line,
  option,
  part,
  product,
  requires,
  skus,
} from './a-catalog.test-kit';
import { checkConfiguration } from './check-configuration';
import { applyChanges, type ConfiguredLine } from './configured-line';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const sku = fc.constantFrom(...names);
const target = fc.uniqueArray(sku, { minLength: 1, maxLength: 3 }).map((chosen) => skus(...chosen));

const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  fc
    .tuple(target, fc.constantFrom('fixed' as const, 'per-unit' as const), fc.constantFrom('1', '2'), sku)
    .map(([to, per, least, id]) => requires(to, per, least, id)),
  fc.tuple(target, sku).map(([from, id]) => excludes(from, id)),
  fc.tuple(target, sku).map(([providers, id]): Constraint => ({
    kind: 'attribute-sum',
    id,
    explanation: { en: '' },
    target: providers,
    attribute: 'Ports',
    need: '1',
    needAttribute: null,
  })),
  sku.map((id): Constraint => ({
    kind: 'attribute-equal',
    id,
    explanation: { en: '' },
    target: skus(...names),
    attribute: 'Region',
  })),
);
const attributes = fc.constantFrom<Record<string, string>>(
  {},
  { Ports: '4 ports' },
  { Region: 'EU' },
  { Region: 'US' },
);
const groups = fc.uniqueArray(sku, { minLength: 1, maxLength: 4 }).chain((options) =>
  fc
    .record({
      kinds: fc.array(fc.constantFrom('optional' as const, 'optional' as const, 'required' as const), {
        minLength: 4,
        maxLength: 4,
      }),
      min: fc.integer({ min: 0, max: 2 }),
      room: fc.option(fc.integer({ min: 0, max: 1 }), { nil: null }),
      most: fc.option(fc.constantFrom('2', '3'), { nil: null }),
    })
    .map(({ kinds, min, room, most }) => {
      const all = options.map((name, at) => option(name, { kind: kinds[at] ?? 'optional', max: most }));
      const least = Math.min(min, all.length);
      const given = all.filter(({ kind }) => kind === 'required').length;
      return group('g', all, least, room === null ? null : Math.max(1, least, given) + room);
    }),
);

/** Any constraints on any products, a bundle of any of them, and any lines: satisfiable at least by leaving things out. */
const situation = fc.record({
  constraints: fc.array(fc.array(constraint, { maxLength: 2 }), { minLength: 6, maxLength: 6 }),
  attributes: fc.array(attributes, { minLength: 6, maxLength: 6 }),
  parts: groups,
  lines: fc.array(fc.tuple(fc.constantFrom(...names, 'kit'), fc.integer({ min: 1, max: 4 }), fc.boolean()), {
    maxLength: 6,
  }),
  held: fc.array(fc.tuple(sku, fc.integer({ min: 1, max: 5 })), { maxLength: 4 }),
});

const hardIds = (issues: ReturnType<typeof checkConfiguration>): string[] =>
  issues.flatMap(({ id, severity }) => (severity === 'hard' ? [id] : []));

it('CAT-4 every fix offered resolves its issue and brings no new one, and the first ones lead to a configuration without hard issues', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const catalog = catalogOf(
        ...names.map((name, at) =>
          product(name, { constraints: given.constraints[at] ?? [], attributes: given.attributes[at] ?? {} }),
        ),
        product('kit', { bundle: bundle(given.parts) }),
      );
      const items = given.lines.map(([name, count, optional], at) =>
        line(`l${String(at)}`, name, String(count), { optional }),
      );
      const kit = items.find((item) => item.sku === 'kit');
      const held = kit
        ? given.held.map(([name, count], at) => ({
            ...part(kit.id, name, String(count)),
            id: `p${String(at)}`,
          }))
        : [];
      let lines: ConfiguredLine[] = [...items, ...held];
      let count = 0;
      const newId = (): string => `n${String((count += 1))}`;

      for (let issues = checkConfiguration(lines, catalog); hardIds(issues).length > 0;) {
        const before = hardIds(issues);
        for (const issue of issues.slice(0, 4)) {
          for (const { changes } of issue.fixes) {
            const after = hardIds(checkConfiguration(applyChanges(lines, changes, newId), catalog));
            expect(after).not.toContain(issue.id);
            expect(before).toEqual(expect.arrayContaining(after));
          }
        }
        const [fix] = issues[0]?.fixes ?? [];
        if (!fix) throw new Error(`no fix for ${JSON.stringify(issues[0]?.detail)}`);
        lines = applyChanges(lines, fix.changes, newId);
        issues = checkConfiguration(lines, catalog);
        // One fix, at least one issue less: as many steps as there were issues are always enough.
        expect(hardIds(issues).length).toBeLessThan(before.length);
      }
    }),
    { numRuns: 500 },
  );
});
