// Builds the tablet's app and, after it, the service worker that knows every file of it by hash.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import preact from '@preact/preset-vite';
import { build, defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const outDir = 'dist/client';
const target = 'chrome119';
const api = `http://127.0.0.1:${process.env.PORT ?? 8064}`;

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false }), serviceWorker()],
  define: { __APP_VERSION__: JSON.stringify(`${packageJson.version}+${hashOf('src', 'sw', 'public', 'index.html', 'package-lock.json')}`) },
  resolve: {
    // The package's entry is written for browsers without async functions.
    alias: { dexie: 'dexie/dist/modern/dexie.mjs' },
  },
  build: {
    outDir,
    target,
    manifest: true,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/healthz': api, '/readyz': api } },
});

function serviceWorker(): Plugin {
  return {
    name: 'pantau-service-worker',
    apply: 'build',
    enforce: 'post',
    async closeBundle() {
      const precached = filesOf(outDir).filter((path) => !/^(sw\.js|robots\.txt|\.vite\/.*)$/.test(path));
      const manifest = precached.map((path) => ({
        url: `/${path}`,
        revision: path.startsWith('assets/') ? null : hashOf(join(outDir, path)),
      }));
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { 'self.__WB_MANIFEST': JSON.stringify(manifest), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir,
          target,
          emptyOutDir: false,
          reportCompressedSize: false,
          rolldownOptions: { input: 'sw/main.ts', output: { entryFileNames: 'sw.js', codeSplitting: false } },
        },
      });
    },
  };
}

function hashOf(...paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesOf(path)) hash.update(file).update(readFileSync(join(path, file)));
  return hash.digest('hex').slice(0, 12);
}

/** The files below a folder, or the one file that the path names (as the empty path below it). */
function filesOf(path: string): string[] {
  const entries = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, withFileTypes: true }) : undefined;
  if (!entries) return [''];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort();
}
