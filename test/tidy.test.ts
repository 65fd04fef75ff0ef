import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { problemsIn } from './support/house-rules.ts';

const root = new URL('..', import.meta.url).pathname;
const tops = ['src', 'sw', 'server', 'test', 'bench', 'scripts'];

function sourcesOfThisProject(): Map<string, string> {
  const names = readdirSync(root, { encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const deep = tops.flatMap((top) =>
    readdirSync(`${root}${top}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => `${top}/${name}`),
  );
  return new Map([...names, ...deep].map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]));
}

test('the sources keep the house rules', () => {
  const sources = sourcesOfThisProject();
  expect(sources.size).toBeGreaterThan(20);
  expect(problemsIn(sources)).toEqual([]);
});

describe('each rule bites', () => {
  const opening = '// A sample.\n';
  const problems = (files: Record<string, string>) => {
    const samples = Object.entries(files).map(([path, text]): [string, string] => [path, opening + text]);
    const everything = samples.map(([path]) => `import '../${path}';\n`).join('');
    return problemsIn(new Map([...samples, ['test/all.test.ts', everything]]));
  };

  test('a tidy file is left alone', () => {
    expect(problems({ 'src/domain/a.ts': "import * as z from 'zod/mini';\nexport const a = z.string();\n" })).toEqual([]);
    expect(problems({ 'src/domain/a.ts': '', 'src/data/b.ts': "import '../domain/a.ts';\nimport 'dexie';\n" })).toEqual([]);
    expect(problems({ 'server/config.ts': '', 'server/store/a.ts': "import 'node:fs';\nimport type {} from '../config.ts';\n" })).toEqual(
      [],
    );
  });

  test.each([
    ['src/domain/a.ts', 'dexie'],
    ['src/domain/a.ts', 'zod'],
    ['src/domain/a.ts', 'node:crypto'],
    ['src/data/a.ts', 'preact'],
    ['src/ui/a.tsx', 'fastify'],
    ['sw/main.ts', 'preact'],
    ['server/store/a.ts', 'fastify'],
    ['server/http/a.ts', 'pg'],
    ['server/http/a.ts', 'dexie'],
  ])('%s does not import the package %s', (path, name) => {
    expect(problems({ [path]: `import '${name}';\n` })).toEqual([expect.stringContaining(`does not import ${name}`)]);
    expect(problems({ [path]: `import type { A } from '${name}';\n` })).toEqual([expect.stringContaining(`does not import ${name}`)]);
    expect(problems({ [path]: `export const a = () => import('${name}');\n` })).toEqual([
      expect.stringContaining(`does not import ${name}`),
    ]);
  });

  test.each([
    ['src/domain/a.ts', 'src/data/b.ts'],
    ['src/data/a.ts', 'src/ui/b.ts'],
    ['src/sync/a.ts', 'src/ui/b.ts'],
    ['src/ui/a.ts', 'src/sync/b.ts'],
    ['src/ui/a.ts', 'server/store/b.ts'],
    ['server/store/a.ts', 'server/http/b.ts'],
    ['server/store/a.ts', 'src/data/b.ts'],
    ['server/cli/a.ts', 'server/http/b.ts'],
    ['src/domain/a.ts', 'test/support/b.ts'],
  ])('%s does not reach into %s', (path, target) => {
    const up = '../'.repeat(path.split('/').length - 1);
    expect(problems({ [path]: `import '${up}${target}';\n`, [target]: '' })).toEqual([
      expect.stringContaining(`does not import ${target}`),
    ]);
  });

  test('a relative import names a file that is there', () => {
    expect(problems({ 'src/domain/a.ts': "import './b.ts';\n" })).toEqual(['src/domain/a.ts:2 there is no src/domain/b.ts']);
    expect(problems({ 'src/domain/a.ts': "import './b';\n", 'src/domain/b.ts': '' })).toEqual([
      'src/domain/a.ts:2 there is no src/domain/b',
    ]);
  });

  test('values go round no circle, types may', () => {
    const two = (kind: string) => ({
      'src/domain/a.ts': `import ${kind}{ b } from './b.ts';\n`,
      'src/domain/b.ts': `import ${kind}{ a } from './a.ts';\n`,
    });
    expect(problems(two(''))).toEqual([expect.stringContaining('a circle: src/domain/a.ts -> src/domain/b.ts -> src/domain/a.ts')]);
    expect(problems(two('type '))).toEqual([]);
  });

  test('a file that nothing reaches is dead', () => {
    expect(problemsIn(new Map([['src/domain/a.ts', opening]]))).toEqual(['src/domain/a.ts:1 nothing reaches it']);
    expect(
      problemsIn(
        new Map([
          ['src/main.tsx', `${opening}import './ui/a.tsx';`],
          ['src/ui/a.tsx', opening],
        ]),
      ),
    ).toEqual([]);
  });

  test.each([
    ['src/ui/a.ts', `// TO${'DO'} later`],
    ['src/ui/a.ts', `// @ts-ig${'nore'}`],
    ['test/a.test.ts', `// biome${'-ignore'} lint`],
    ['sw/a.ts', `console.lo${'g'}(1);`],
    ['src/ui/a.ts', `export const a = 'Place${'holder'}';`],
    ['src/ui/a.ts', `export const a = 'belum terse${'dia'}';`],
    ['test/a.test.ts', `test.sk${'ip'}('a', () => {});`],
    ['scripts/a.ts', `export const a = '/${'work'}/main';`],
  ])('a banned word in %s: %s', (path, line) => {
    const found = problems({ [path]: `${line}\n` });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${path}:2 `));
  });

  test.each(['src/ui/utils.ts', 'src/ui/form-helpers.ts', 'src/domain/index.ts', 'server/common.ts'])(
    'the name %s says nothing',
    (path) => {
      expect(problems({ [path]: '' })).toEqual([`${path}:1 the name does not say what the file is`]);
    },
  );

  test('barrels are refused', () => {
    expect(problems({ 'src/domain/a.ts': "export * from './b.ts';\n", 'src/domain/b.ts': '' })).toEqual(['src/domain/a.ts:1 no barrels']);
  });

  test('a module opens with a comment', () => {
    expect(problemsIn(new Map([['src/main.tsx', 'export const a = 1; // later\n']]))).toEqual(['src/main.tsx:1 opens without a comment']);
  });

  test('300 lines are enough', () => {
    expect(problems({ 'src/domain/a.ts': 'export {};\n'.repeat(299) })).toEqual([]);
    expect(problems({ 'src/domain/a.ts': 'export {};\n'.repeat(300) })).toEqual(['src/domain/a.ts:300 is 301 lines long']);
  });
});
