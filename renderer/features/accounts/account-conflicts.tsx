import { ConflictBanner } from '../../records/conflicts/conflict-banner';
import { SettledConflicts } from '../../records/conflicts/settled-conflicts';
import type { AccountFile } from './queries';

/** SY-14: what two people gave different values, of the customer and of its contacts. */
export function AccountConflicts({ file: { account, contacts } }: { readonly file: AccountFile }) {
  return (
    <>
      <ConflictBanner type="account" ids={[account.id]} />
      <ConflictBanner
        type="contact"
        ids={contacts.map(({ id }) => id)}
        nameOf={(id) => contacts.find((contact) => contact.id === id)?.name ?? ''}
      />
    </>
  );
}

export function AccountSettled({ file: { account, contacts } }: { readonly file: AccountFile }) {
  return (
    <>
      <SettledConflicts type="account" ids={[account.id]} />
      <SettledConflicts type="contact" ids={contacts.map(({ id }) => id)} />
    </>
  );
}
