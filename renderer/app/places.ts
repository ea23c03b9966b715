import {
  IconBox,
  IconBuilding,
  IconBuildingStore,
  IconChecklist,
  IconFileCertificate,
  IconFileDollar,
  IconHome,
  IconInbox,
  IconSettings,
  IconShieldCheck,
  IconShoppingCart,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Role } from '#shared/domain/partner/partner';
import type { IconComponent } from '../ui/icon';

/** The main places; `key` is both the first part of the address and the name of its text. */
const places = [
  { key: 'today', to: '/', icon: IconHome, go: 'g t' },
  { key: 'leads', to: '/leads', icon: IconInbox, go: 'g l' },
  { key: 'opportunities', to: '/opportunities', icon: IconTargetArrow, go: 'g o' },
  { key: 'accounts', to: '/accounts', icon: IconBuilding, go: 'g a' },
  { key: 'quotes', to: '/quotes', icon: IconFileDollar, go: 'g q' },
  { key: 'approvals', to: '/approvals', icon: IconChecklist, go: 'g p' },
  { key: 'orders', to: '/orders', icon: IconShoppingCart, go: 'g r' },
  { key: 'contracts', to: '/contracts', icon: IconFileCertificate, go: 'g k' },
  { key: 'registrations', to: '/registrations', icon: IconShieldCheck, go: 'g d' },
  { key: 'team', to: '/team', icon: IconUsersGroup, go: 'g m' },
  { key: 'catalog', to: '/catalog', icon: IconBox, go: 'g c' },
  { key: 'vendor-desk', to: '/vendor-desk', icon: IconBuildingStore, go: 'g v' },
  { key: 'settings', to: '/settings', icon: IconSettings, go: 'g s' },
] as const satisfies readonly {
  readonly key: string;
  readonly to: string;
  readonly icon: IconComponent;
  readonly go: string;
}[];

export type PlaceEntry = (typeof places)[number];
export type PlaceKey = PlaceEntry['key'];

const vendorRoles: readonly Role[] = ['channel', 'admin'];
const vendorPlaces: readonly PlaceKey[] = ['vendor-desk', 'catalog', 'settings'];

/** Of a partner's people only those who lead others. */
const managerPlaces: readonly PlaceKey[] = ['team'];

/** The vendor's people decide on orders; a partner's people sell. */
export const placesFor = (role: Role): readonly PlaceEntry[] =>
  vendorRoles.includes(role)
    ? vendorPlaces.flatMap((wanted) => places.filter(({ key }) => key === wanted))
    : places.filter(
        ({ key }) => key !== 'vendor-desk' && (role === 'manager' || !managerPlaces.includes(key)),
      );

export const placeOf = (pathname: string): PlaceEntry | undefined =>
  pathname === '/' ? places[0] : places.find(({ to }) => to !== '/' && pathname.startsWith(to));
