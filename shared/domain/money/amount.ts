import { z } from 'zod';

/** A decimal in text, as it travels in files and on the wire: "1234.50", never a JSON number (PR-1). At most 9 decimals, 18 whole digits. */
export const decimalSchema = z.string().regex(/^-?(0|[1-9]\d{0,17})(\.\d{1,9})?$/, 'not a decimal');
/** An amount that cannot be negative: list prices, quantities. */
export const nonNegativeDecimalSchema = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})(\.\d{1,9})?$/, 'not a non-negative decimal');
/** Unit prices and rates carry up to 6 decimals (PR-1). */
export const priceSchema = z.string().regex(/^(0|[1-9]\d{0,17})(\.\d{1,6})?$/, 'not a price');
/** Quantities carry up to 3 decimals (PR-1) and stay below ten million. */
export const quantitySchema = z.string().regex(/^(0|[1-9]\d{0,6})(\.\d{1,3})?$/, 'not a quantity');
/** "12.5" means 12.5 %. From 0 to 100 with up to 6 decimals. */
export const percentSchema = z
  .string()
  .regex(/^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/, 'not a percentage from 0 to 100');

/** ISO 4217 alphabetic code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'not a currency code');

/** How much of one currency a unit of another is, more than zero, with up to 9 decimals (PR-5). */
export const exchangeRateSchema = z
  .string()
  .regex(/^(?!0+(\.0+)?$)(0|[1-9]\d{0,8})(\.\d{1,9})?$/, 'not an exchange rate');
/** Percentages on top, which may exceed 100: a markup, an uplift. */
export const upliftSchema = z.string().regex(/^(0|[1-9]\d{0,3})(\.\d{1,6})?$/, 'not a percentage on top');

export type Decimal = string;
export type Percent = string;
export type Currency = string;
