import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of Electron's safeStorage that is used, so that tests need no Electron. */
export interface Cipher {
  /** False where the system has no real secret store (Linux `basic_text` is none). */
  isProtected(): Promise<boolean>;
  encrypt(text: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<string>;
}

/** Keeps the access token. It never reaches the renderer; on disk only encrypted, and not at all without a real secret store. */
export class TokenVault {
  readonly #file: string;
  readonly #cipher: Cipher;
  #token: string | null = null;

  constructor(folder: string, cipher: Cipher) {
    this.#file = join(folder, 'session.bin');
    this.#cipher = cipher;
  }

  get token(): string | null {
    return this.#token;
  }

  /** Reads what an earlier run kept. A file that cannot be read is gone after this: the person signs in again, no work is lost. */
  async restore(): Promise<void> {
    try {
      const bytes = await readFile(this.#file);
      this.#token = (await this.#cipher.isProtected()) ? await this.#cipher.decrypt(bytes) : null;
    } catch (error) {
      this.#token = null;
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!missing) await rm(this.#file, { force: true });
    }
  }

  /** Where it cannot be stored (a full disk), it holds for this run, and no earlier token is left in its place. */
  async keep(token: string): Promise<void> {
    this.#token = token;
    if (!(await this.#cipher.isProtected())) return;
    try {
      await writeFile(this.#file, await this.#cipher.encrypt(token), { mode: 0o600 });
    } catch (error) {
      console.error('session not kept:', error);
      await rm(this.#file, { force: true });
    }
  }

  async forget(): Promise<void> {
    this.#token = null;
    await rm(this.#file, { force: true });
  }
}
