import { defineConfig } from 'vite';

/**
 * Two builds from one configuration: the client (hashed assets and their manifest), then the server-rendered pages, into
 * which `tools/build.ts` puts the names of those assets as `__ASSETS__`.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: 'client',
  publicDir: 'public',
  plugins: [
    {
      // What Vite puts around each lazy import loads style sheets before it; here the page itself names every one. It is a
      // kilobyte of the chat.
      name: 'plain-imports',
      enforce: 'pre',
      load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2020',
    emptyOutDir: true,
    // The content security policy allows no data: addresses, so small pictures stay files.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Its helper is a kilobyte of the chat; what a page needs is named by the page itself (tools/build.ts).
    modulePreload: false,
    ...(isSsrBuild
      ? {
          outDir: '../dist/pages',
          copyPublicDir: false,
          rolldownOptions: { input: 'client/pages/pages.tsx', output: { entryFileNames: 'pages.js' } },
        }
      : {
          outDir: '../dist/client',
          manifest: 'manifest.json',
          rolldownOptions: {
            input: {
              main: 'client/styles/main.css',
              enhance: 'client/pages/enhance.ts',
              rooms: 'client/rooms/main.tsx',
              desk: 'client/desk/main.tsx',
              'contacts-worker': 'client/offline/contacts-worker.ts',
            },
            // A service worker serves what lies below its own address, so this one stands at the root under a fixed name.
            output: {
              entryFileNames: ({ name }) => (name === 'contacts-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
            },
          },
        }),
  },
  // A worker may load parts of itself later. One that browsers before 2021 cannot run is a worker they do without.
  worker: { format: 'es', rolldownOptions: { transform: { target: 'es2022' } } },
  // The bundle stands alone: a server that runs it needs neither Preact nor the sources.
  ssr: { noExternal: true },
}));
