// Which room may import what: the table that the house rules hold the sources to. The longest path that fits names the room.

export type Room = { path: string; imports: string[]; packages: string[] };

export const rooms: Room[] = [
  { path: 'src/domain/', imports: [], packages: ['zod/mini'] },
  { path: 'src/data/', imports: ['src/domain/'], packages: ['zod/mini', 'dexie', '@noble/hashes', 'age-encryption', 'modern-tar'] },
  { path: 'src/sync/', imports: ['src/domain/', 'src/data/'], packages: ['zod/mini', 'dexie', 'tus-js-client'] },
  {
    path: 'src/ui/',
    imports: ['src/domain/', 'src/data/'],
    packages: ['preact', '@preact/signals', 'preact-iso', 'dexie', 'papaparse', 'read-excel-file', 'pdfmake', 'qr'],
  },
  {
    path: 'src/',
    imports: ['src/domain/', 'src/data/', 'src/sync/', 'src/ui/'],
    packages: ['preact', '@preact/signals', 'preact-iso', 'workbox-window', 'zod/mini'],
  },
  {
    path: 'sw/',
    imports: ['src/domain/', 'src/data/', 'src/sync/'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
  },
  {
    path: 'server/http/',
    imports: ['src/domain/', 'server/store/', 'server/files/', 'server/rescue/', 'server/import/', 'server/config.ts'],
    packages: ['node:', 'zod/mini', 'fastify', 'fastify-type-provider-zod', '@fastify/'],
  },
  {
    path: 'server/store/',
    imports: ['src/domain/', 'server/config.ts'],
    packages: ['node:', 'zod/mini', 'kysely', 'pg', '@node-rs/argon2', 'idn-area-data'],
  },
  {
    path: 'server/files/',
    imports: ['src/domain/', 'server/store/', 'server/config.ts'],
    packages: ['node:', 'zod/mini', '@tus/server', '@tus/file-store', 'aws4fetch'],
  },
  {
    path: 'server/rescue/',
    imports: ['src/domain/', 'server/store/', 'server/files/', 'server/config.ts'],
    packages: ['node:', 'zod/mini', 'age-encryption', 'modern-tar'],
  },
  { path: 'server/import/', imports: ['src/domain/'], packages: ['node:', 'zod/mini', 'papaparse', 'read-excel-file'] },
  { path: 'server/demo/', imports: ['src/domain/', 'server/store/'], packages: ['node:', 'zod/mini', 'idn-area-data', '@node-rs/argon2'] },
  {
    path: 'server/cli/',
    imports: [
      'src/domain/',
      'server/store/',
      'server/files/',
      'server/rescue/',
      'server/import/',
      'server/demo/',
      'server/config.ts',
      'package.json',
    ],
    packages: ['node:', 'zod/mini', 'commander'],
  },
  {
    path: 'server/',
    imports: [
      'src/domain/',
      'server/http/',
      'server/store/',
      'server/files/',
      'server/rescue/',
      'server/import/',
      'server/demo/',
      'package.json',
    ],
    packages: ['node:', 'zod/mini'],
  },
];

/** What nothing imports because it is where a program starts. */
export const entries = [
  /^src\/main\.tsx$/,
  /^sw\/main\.ts$/,
  /^server\/main\.ts$/,
  /^server\/cli\/main\.ts$/,
  /^[^/]+\.config\.ts$/,
  /^scripts\//,
  /^bench\/(sync\/)?main\.ts$/,
  /^bench\/(sync|peers)\/\w+-page\.ts$/,
  /^bench\/peers\/\w+-server\.ts$/,
  /^test\/.*\.test\.tsx?$/,
  /^test\/(simulation|kills)\/main\.ts$/,
  /^test\/support\/database-for-run\.ts$/,
  /\.d\.ts$/,
];
