import type { MutationName } from '#shared/mutations/registry';
import type { Authority } from './authority';
import { placeOrderAuthority } from './place-order';

/** The mutations that the shared code alone cannot decide. */
const authorities: Partial<Record<MutationName, Authority>> = {
  placeOrder: placeOrderAuthority,
};

export const findAuthority = (name: string): Authority | undefined =>
  Object.hasOwn(authorities, name) ? authorities[name as MutationName] : undefined;
