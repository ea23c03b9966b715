import { createBrowserPlatform } from './browser-platform';
import { createElectronPlatform } from './electron-platform';
import type { Platform } from './platform';

/** The desktop host puts a bridge on the window; without it this is a browser. */
export const createPlatform = (): Platform =>
  window.fieldquote ? createElectronPlatform(window.fieldquote) : createBrowserPlatform();
