// The JSON Schemas of docs/spec, as text by file name, from the schemas that the code checks with.
import { z } from 'zod';
import { approvalReasonSchema } from '#shared/domain/approval/approval-reason';
import { chargeSchema, skuSchema } from '#shared/domain/catalog/product';
import { localizedSchema } from '#shared/domain/catalog/localized';
import {
  currencySchema,
  exchangeRateSchema,
  percentSchema,
  priceSchema,
  quantitySchema,
  upliftSchema,
} from '#shared/domain/money/amount';
import { countrySchema, tierSchema } from '#shared/domain/partner/partner';
import { conditionSchema } from '#shared/domain/pricing/condition';
import { onBreachSchema } from '#shared/domain/pricing/policy';
import { idSchema } from '#shared/lib/ids';
import { daySchema, instantSchema } from '#shared/lib/clock';
import { entryToPriceSchema, headerToPriceSchema, priceRequestSchema } from '#shared/protocol/price-request';
import { priceResponseSchema, shownAmountSchema, priceStepSchema } from '#shared/protocol/price-response';

/** What is used in many places is written once, under these names. */
const names: Readonly<Record<string, z.ZodType>> = {
  approvalReason: approvalReasonSchema,
  charge: chargeSchema,
  condition: conditionSchema,
  country: countrySchema,
  currency: currencySchema,
  day: daySchema,
  exchangeRate: exchangeRateSchema,
  id: idSchema,
  instant: instantSchema,
  onBreach: onBreachSchema,
  percent: percentSchema,
  price: priceSchema,
  priceBookEntry: entryToPriceSchema,
  priceBookHeader: headerToPriceSchema,
  priceStep: priceStepSchema,
  quantity: quantitySchema,
  shownAmount: shownAmountSchema,
  sku: skuSchema,
  textInLanguages: localizedSchema,
  tier: tierSchema,
  uplift: upliftSchema,
};

export const priceSchemaFiles = () => ({
  'price-request.schema.json': schemaText(priceRequestSchema, 'input', 'Fieldquote: a document to price'),
  'price-response.schema.json': schemaText(priceResponseSchema, 'output', 'Fieldquote: a priced quote'),
});

function schemaText(schema: z.ZodType, io: 'input' | 'output', title: string): string {
  const metadata = z.registry<{ id: string }>();
  for (const [id, named] of Object.entries(names)) metadata.add(named, { id });
  const json = z.toJSONSchema(schema, {
    io,
    metadata,
    override: ({ jsonSchema }) => {
      // A key that no schema knows is an error (unknown-key.ts), which zod's own objects do not say.
      if (jsonSchema.type === 'object' && jsonSchema.properties) jsonSchema.additionalProperties = false;
      // zod writes a long pattern beside the format of a day or an instant; the format says it.
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}
