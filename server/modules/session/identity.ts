import { hash, verify } from '@node-rs/argon2';
import type { SessionRepository } from './repository';

/** Finds out who someone is. Passwords today; an OpenID Connect issuer fits the same place. */
export interface IdentityProvider {
  /** The user's id, or undefined when the credentials are nobody's. */
  authenticate(credentials: {
    readonly email: string;
    readonly password: string;
  }): Promise<string | undefined>;
}

/** Argon2id with the library's (OWASP's) parameters. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

/** An e-mail nobody has takes as long as a wrong password: the answer's time tells nothing about who has an account. */
export function passwordIdentity(repository: SessionRepository): IdentityProvider {
  let decoy: Promise<string> | undefined;
  return {
    authenticate: async ({ email, password }) => {
      const user = await repository.findCredentials(email.trim().toLowerCase());
      decoy ??= hashPassword('nobody has this password');
      const matches = await verify(user?.password_hash ?? (await decoy), password.normalize('NFC'));
      return user !== undefined && matches ? user.user_id : undefined;
    },
  };
}
