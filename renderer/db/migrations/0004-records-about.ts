import type { Migration } from './migration';

/** OPP-1, OPP-6: activities and messages are found by what they are about, however many there are. */
export const recordsAbout: Migration = {
  version: 4,
  name: 'records about',
  stores: { records: '[type+id], type, *pending, value.about.id' },
};
