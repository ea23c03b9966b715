import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** For each room, imports that break its layer. Nothing of them has to exist: the linter judges the words. */
const breaks: Readonly<Record<string, readonly string[]>> = {
  'shared/lib/probe.ts': ['dexie', 'react', 'node:fs', '../../renderer/ui/icon', 'kysely'],
  'shared/domain/money/probe.ts': [
    '../catalog/product',
    '../../../renderer/ui/icon',
    '../../../server/clock',
    '@mantine/core',
  ],
  'shared/domain/catalog/probe.ts': [
    '../pricing/price-book',
    '../../../server/clock',
    'kysely',
    '../quote/quote',
  ],
  'shared/domain/partner/probe.ts': ['../order/order', '../../../server/clock'],
  'shared/domain/pricing/probe.ts': ['../quote/quote', '../../../renderer/ui/icon', 'pg'],
  'shared/domain/quote/probe.ts': ['../order/order', '../../mutations/registry', '../../protocol/push'],
  'renderer/ui/probe.ts': ['#shared/domain/quote/quote', '../client/hooks', '../../server/clock', 'fastify'],
  'renderer/features/quotes/probe.ts': [
    '../accounts/queries',
    '../../app/places',
    '../../../server/clock',
    'kysely',
  ],
  'renderer/features/quotes/grid/probe.ts': [
    '../../accounts/queries',
    '../../../app/places',
    '../../../../server/clock',
  ],
  'renderer/client/probe.ts': [
    '../features/quotes/routes',
    '../app/places',
    '@mantine/core',
    '../../electron/main/token-vault',
  ],
  'renderer/records/probe.ts': [
    '../features/quotes/routes',
    '../app/places',
    '../../server/clock',
    'node:fs',
  ],
  'renderer/app/probe.ts': ['../../server/clock', 'electron', '../../test/x'],
  'server/probe.ts': ['react', '../renderer/ui/icon', '../electron/main/token-vault', '../test/x', 'dexie'],
  'electron/main/probe.ts': ['react', '../../renderer/ui/icon', '../../server/clock', 'dexie'],
};

const root = join(import.meta.dirname, '..');

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

describe('who may import whom', () => {
  let folder: string;
  let caught: ReadonlySet<string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fieldquote-layers-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const [file, imports] of Object.entries(breaks)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), imports.map((name) => `import '${name}';\n`).join(''));
    }
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(
      process.execPath,
      [oxlint, '-c', '.oxlintrc.json', '--format', 'json', '.'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Finding[] };
    caught = new Set(
      diagnostics
        .filter(({ code }) => code.includes('no-restricted-imports'))
        .flatMap(({ filename, labels }) => labels.map(({ span }) => `${filename}:${span.line}`)),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(breaks))('is refused in %s', (file, imports) => {
    expect(imports.filter((_name, index) => !caught.has(`${file}:${index + 1}`))).toEqual([]);
  });
});
