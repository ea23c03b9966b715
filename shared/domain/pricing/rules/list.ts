import type { LineToPrice } from '../line-to-price';
import type { Trail } from '../trail';

/** PR-5, PR-20: where a price starts; says which book and version it is from, and the rate of which day it was converted at. */
export function startAtList(
  trail: Trail,
  { header, listPrice, conversion }: Pick<LineToPrice, 'header' | 'listPrice' | 'conversion'>,
): void {
  const { unit, amount, parts, value } = listPrice;
  const rule = `${header.name} v${header.version}`;
  trail.take({ step: 'list', rule, basis: 'list', amount, parts }, unit);
  if (!conversion) return;
  trail.take({ step: 'conversion', rule: conversion.date, basis: 'running', rate: conversion.rate }, value);
}
