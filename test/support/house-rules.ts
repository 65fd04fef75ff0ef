// The house rules that neither the compiler nor Biome knows, as a function of the sources; each problem names its file and line.

import { posix } from 'node:path';
import { parseSync } from 'vite';
import { entries, rooms } from './rooms.ts';

type Import = { specifier: string; line: number; typeOnly: boolean };
type Source = { path: string; text: string; imports: Import[]; opensWithComment: boolean; isBarrel: boolean };

const longestFile = 300;
const shipped = /^(src|sw|server)\//;
const commented = /^(src|sw|server|scripts|bench|test\/support|test\/simulation)\//;

// Written in halves, so that this file does not break its own rule.
const banned: { pattern: RegExp; where: RegExp; says: string }[] = [
  { pattern: new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|HA${'CK'}|XX${'X'})\\b`), where: /./, says: 'unfinished work is not committed' },
  { pattern: new RegExp(`@ts-(ig${'nore'}|expect${'-error'}|nocheck)|biome${'-ignore'}`), where: /./, says: 'no silenced checks' },
  { pattern: new RegExp(`console\\.(lo${'g'}|debu${'g'})\\b`), where: shipped, says: 'nothing shipped prints for its developer' },
  {
    pattern: new RegExp(`place${'holder'}|dum${'my'}|not imple${'mented'}|coming so${'on'}|belum terse${'dia'}`, 'i'),
    where: shipped,
    says: 'nothing stands in for work to come',
  },
  {
    pattern: new RegExp(`\\b(describe|test|it)\\.(sk${'ip'}|on${'ly'}|to${'do'}|skip${'If'})\\b|\\bx(it|test)\\(`),
    where: /^test\//,
    says: 'every test runs',
  },
  { pattern: new RegExp(`/${'work'}/|/roo${'t'}/|/tm${'p'}/bash`), where: /./, says: 'no paths of one machine' },
  {
    pattern: new RegExp(`\\b(Clau${'de'}|Anthro${'pic'}|Chat${'GPT'}|Copi${'lot'})\\b`, 'i'),
    where: /./,
    says: 'the repository speaks of cooperatives',
  },
];
const bannedNames = /(^|[/-])(util|utils|helper|helpers|manager|managers|common|misc|index)[.-]/;

/** Every breach of the house rules in these sources, as `path:line what`. */
export function problemsIn(texts: ReadonlyMap<string, string>): string[] {
  const sources = new Map([...texts].map(([path, text]) => [path, read(path, text)]));
  return [...[...sources.values()].flatMap((source) => problemsOf(source, sources)), ...circlesIn(sources), ...deadIn(sources)];
}

function read(path: string, text: string): Source {
  const { module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const at = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [
    ...module.staticImports.map(({ start, moduleRequest, entries: names }) => ({
      specifier: moduleRequest.value,
      line: at(start),
      typeOnly: names.length > 0 && names.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ start, entries: names }) =>
      names
        .filter(({ moduleRequest }) => moduleRequest !== null)
        .map(({ moduleRequest, isType }) => ({ specifier: moduleRequest?.value ?? '', line: at(start), typeOnly: isType })),
    ),
    ...module.dynamicImports.map(({ start, moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
      line: at(start),
      typeOnly: false,
    })),
  ];
  return {
    path,
    text,
    imports,
    opensWithComment: comments[0] !== undefined && text.slice(0, comments[0].start).trim() === '',
    isBarrel: module.staticExports.some(({ entries: names }) => names.some(({ importName }) => importName.kind.startsWith('All'))),
  };
}

function problemsOf(source: Source, sources: ReadonlyMap<string, Source>): string[] {
  const { path, text } = source;
  const lines = text.split('\n');
  const words = lines.flatMap((line, index) =>
    banned.filter(({ pattern, where }) => where.test(path) && pattern.test(line)).map(({ says }) => `${path}:${index + 1} ${says}`),
  );
  const length = lines.length - (text.endsWith('\n') ? 1 : 0);
  return [
    ...words,
    ...source.imports.flatMap((each) => importProblems(source, each, sources)),
    ...(bannedNames.test(path) ? [`${path}:1 the name does not say what the file is`] : []),
    ...(source.isBarrel ? [`${path}:1 no barrels`] : []),
    ...(commented.test(path) && !source.opensWithComment ? [`${path}:1 opens without a comment`] : []),
    ...(shipped.test(path) && length > longestFile ? [`${path}:${longestFile} is ${length} lines long`] : []),
  ];
}

function importProblems(source: Source, { specifier, line }: Import, sources: ReadonlyMap<string, Source>): string[] {
  const here = `${source.path}:${line}`;
  const room = roomOf(source.path);
  if (!specifier.startsWith('.')) {
    if (!room || room.packages.some((name) => fits(specifier, name))) return [];
    return [`${here} ${room.path} does not import ${specifier}`];
  }
  const target = posix.join(posix.dirname(source.path), specifier);
  if (/\.tsx?$/.test(target) ? !sources.has(target) : !/\.(css|json|js)$/.test(target)) return [`${here} there is no ${target}`];
  if (!room || roomOf(target) === room || room.imports.some((path) => target.startsWith(path))) return [];
  return [`${here} ${room.path} does not import ${target}`];
}

const fits = (specifier: string, name: string) => specifier === name || specifier.startsWith(/[:/]$/.test(name) ? name : `${name}/`);

function roomOf(path: string) {
  return rooms.filter((room) => path.startsWith(room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

function targetsOf(source: Source, sources: ReadonlyMap<string, Source>, typesToo: boolean): Source[] {
  return source.imports
    .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && (typesToo || !typeOnly))
    .map(({ specifier }) => sources.get(posix.join(posix.dirname(source.path), specifier)))
    .filter((target) => target !== undefined);
}

// Circles of types alone are erased by the compiler and load nothing, so only imports of values count.
function circlesIn(sources: ReadonlyMap<string, Source>): string[] {
  const circles: string[] = [];
  const done = new Set<Source>();
  const visit = (source: Source, trail: Source[]): void => {
    const start = trail.indexOf(source);
    if (start >= 0) circles.push(`${source.path}:1 a circle: ${[...trail.slice(start), source].map(({ path }) => path).join(' -> ')}`);
    if (start >= 0 || done.has(source)) return;
    for (const target of targetsOf(source, sources, false)) visit(target, [...trail, source]);
    done.add(source);
  };
  for (const source of sources.values()) visit(source, []);
  return circles;
}

function deadIn(sources: ReadonlyMap<string, Source>): string[] {
  const reached = new Set<Source>();
  const reach = (source: Source): void => {
    if (reached.has(source)) return;
    reached.add(source);
    for (const target of targetsOf(source, sources, true)) reach(target);
  };
  for (const source of sources.values()) if (entries.some((entry) => entry.test(source.path))) reach(source);
  return [...sources.values()].filter((source) => !reached.has(source)).map(({ path }) => `${path}:1 nothing reaches it`);
}
