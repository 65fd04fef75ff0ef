// The page of an engine as one script, made as the app is.
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { EngineName } from './engines.ts';

const pages: Record<EngineName, string> = {
  pantau: 'bench/sync/pantau-page.ts',
  pouchdb: 'bench/peers/pouchdb-page.ts',
  rxdb: 'bench/peers/rxdb-page.ts',
};

export async function bundle(engine: EngineName): Promise<string> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      target: 'chrome119',
      write: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(import.meta.dirname, '..', '..', pages[engine]), output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
