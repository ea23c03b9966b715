import type { ComponentType } from 'react';

/** A Tabler icon, passed as a component and sized by whoever shows it. */
export type IconComponent = ComponentType<{
  readonly size?: number | string;
  readonly stroke?: number | string;
  readonly 'aria-hidden'?: boolean;
}>;
