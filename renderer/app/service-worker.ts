import { registerSW } from 'virtual:pwa-register';

/**
 * In the browser host the service worker opens the app with no network. The desktop host serves the app from its own files, and
 * development must not be served from a cache. `onUpdate` gets the function that switches to a newer version that is ready.
 */
export function registerServiceWorker(onUpdate: (apply: () => void) => void): void {
  if (!import.meta.env.PROD || window.fieldquote || !('serviceWorker' in navigator)) return;
  const switchToNew = registerSW({ onNeedRefresh: () => onUpdate(() => void switchToNew(true)) });
}
