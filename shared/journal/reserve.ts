/** SY-2: with less room than this on the disk the app opens for reading only: the store must never be opened, or written, on a full disk. */
export const reserveBytes = 16 * 1024 * 1024;

/** Room taken while there is plenty and given back on a full disk, so that the store opens whole. */
export const ballastBytes = 16 * 1024 * 1024;
