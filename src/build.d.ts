// What vite.config.ts writes into the bundle: the version of package.json and the hash of the build.

declare const __APP_VERSION__: string;
