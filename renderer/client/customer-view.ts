import { create } from 'zustand';

interface CustomerView {
  readonly on: boolean;
  readonly toggle: () => void;
}

/** On: the customer is looking. Cost, margin, internal notes and other customers' names are shown nowhere. Off again after a restart. */
export const useCustomerView = create<CustomerView>((set) => ({
  on: false,
  toggle: () => set(({ on }) => ({ on: !on })),
}));
