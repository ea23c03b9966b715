// The JSON Schema of docs/spec/sync.md, as text: messages, the arguments of every mutation, every record.
import { z } from 'zod';
import { conditionSchema } from '#shared/domain/pricing/condition';
import { recordSchemas } from '#shared/domain/records';
import { idSchema } from '#shared/lib/ids';
import { daySchema, instantSchema } from '#shared/lib/clock';
import { mutations } from '#shared/mutations/registry';
import { rejectionSchema } from '#shared/mutations/rejection';
import { deviceListSchema, renameDeviceSchema } from '#shared/protocol/devices';
import { apiErrorSchema } from '#shared/protocol/error';
import { syncEventSchema } from '#shared/protocol/events';
import { pullRequestSchema, pullResponseSchema } from '#shared/protocol/pull';
import { pushRequestSchema, pushResponseSchema } from '#shared/protocol/push';
import { sessionSchema, signInSchema } from '#shared/protocol/session';
import {
  catalogChunkSchema,
  manifestSchema,
  priceBookChunkSchema,
  snapshotDeltaSchema,
  snapshotKeysSchema,
  snapshotListSchema,
} from '#shared/protocol/snapshot';

/** By the names docs/spec/sync.md uses. */
const messages = {
  signIn: signInSchema,
  session: sessionSchema,
  pushRequest: pushRequestSchema,
  pushResponse: pushResponseSchema,
  pullRequest: pullRequestSchema,
  pullResponse: pullResponseSchema,
  syncEvent: syncEventSchema,
  deviceList: deviceListSchema,
  renameDevice: renameDeviceSchema,
  snapshotList: snapshotListSchema,
  manifest: manifestSchema,
  catalogChunk: catalogChunkSchema,
  priceBookChunk: priceBookChunkSchema,
  snapshotDelta: snapshotDeltaSchema,
  snapshotKeys: snapshotKeysSchema,
  error: apiErrorSchema,
};

/** Written once, under these names. */
const shared: Readonly<Record<string, z.ZodType>> = {
  id: idSchema,
  day: daySchema,
  instant: instantSchema,
  rejection: rejectionSchema,
  condition: conditionSchema,
};

export const syncSchemaFiles = () => ({ 'sync.schema.json': syncSchemaText() });

/** One file: its `$defs` hold each message by name, `mutation.<name>` (the arguments) and `record.<type>`. */
function syncSchemaText(): string {
  const registry = z.registry<{ id: string }>();
  const add = (names: Readonly<Record<string, z.ZodType>>, prefix = ''): void => {
    for (const [name, schema] of Object.entries(names)) registry.add(schema, { id: prefix + name });
  };
  for (const [name, schema] of Object.entries(shared)) registry.add(schema, { id: name });
  add(messages);
  add(Object.fromEntries(Object.entries(mutations).map(([name, { args }]) => [name, args])), 'mutation.');
  add(recordSchemas, 'record.');
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/$defs/${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
  // Each says these of itself; the document says them once.
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  const document = {
    title: 'Fieldquote: sync messages, mutations and records',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: schemas,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
