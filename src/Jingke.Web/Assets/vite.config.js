import { defineConfig } from 'vite';
import { iconSprite } from './sprite.js';

// Entries keep plain names: the server fingerprints them. Lazily imported chunks carry their own hash,
// because the browser asks for them by the name written here.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [iconSprite()],
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    outDir: '../wwwroot/dist',
    emptyOutDir: true,
    // light-dark() must survive: the theme is one color-scheme declaration.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { app: 'app.js' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: (asset) => (asset.names.includes('app.css') ? '[name][extname]' : 'chunks/[name]-[hash][extname]'),
      },
    },
  },
});
