import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** The renderer: one build for both hosts. The browser host also gets the service worker that opens it with no network. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  publicDir: '../resources/public',
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Fieldquote',
        short_name: 'Fieldquote',
        description: "Quote, price and order at the customer's desk, with or without a network",
        display: 'standalone',
        theme_color: '#1f2937',
        background_color: '#ffffff',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,ttf,mjs}'],
        maximumFileSizeToCacheInBytes: 20_000_000,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/openapi/, /^\/healthz/, /^\/console/],
      },
    }),
  ],
  server: {
    // Development: `npx vite` beside a vendor server on the port in FIELDQUOTE_SERVER.
    proxy: Object.fromEntries(
      ['/api', '/healthz'].map((path) => [
        path,
        { target: `http://127.0.0.1:${process.env['FIELDQUOTE_SERVER'] ?? '8420'}`, changeOrigin: false },
      ]),
    ),
  },
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // Else light-dark() is lowered to variables that our theme switch never sets.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 4_000,
  },
});
