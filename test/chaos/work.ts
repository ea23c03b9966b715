import * as fc from 'fast-check';

export const workKinds = [
  'create-account',
  'edit-account',
  'create-contact',
  'edit-contact',
  'create-opportunity',
  'edit-opportunity',
  'settle-conflict',
  'create-quote',
  'edit-quote',
  'add-line',
  'edit-line',
  'remove-line',
  'move-line',
  'present',
  'accept',
  'reopen',
  'place-order',
  'sale',
  'request-special-bid',
  'submit-registration',
  'edit-registration',
  'accept-lead',
  'convert-lead',
  'log-activity',
  'edit-activity',
  'post-message',
  /** What the server fails over. */
  'break-server',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** Something a person does. `a` and `b` pick what it is done to among what the window shows; `n` says how much. */
export interface Work {
  readonly kind: WorkKind;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

/** Weights: what meets what others do comes most often. */
const weights: Partial<Record<WorkKind, number>> = {
  'edit-account': 4,
  'edit-opportunity': 5,
  'create-quote': 2,
  'add-line': 4,
  'edit-line': 4,
  sale: 9,
  'place-order': 3,
  'settle-conflict': 2,
  'accept-lead': 2,
  'edit-activity': 3,
};

const pick = fc.nat({ max: 5 });
export const work: fc.Arbitrary<Work> = fc.record({
  kind: fc.oneof(...workKinds.map((kind) => ({ weight: weights[kind] ?? 1, arbitrary: fc.constant(kind) }))),
  a: pick,
  b: pick,
  n: fc.integer({ min: 1, max: 9 }),
});
