// The settings of the server and of the command line: the environment, a `.env` beside it, and what is meant when nothing is said.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const settingsSchema = z.object({
  PORT: z
    ._default(z.string(), '8064')
    .check(z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'a whole number from 0 to 65535 (0 takes any free port)')),
  HOST: z._default(z.string(), '127.0.0.1').check(z.regex(/^[\w.:-]+$/, 'the name or address to listen on, such as 127.0.0.1 or 0.0.0.0')),
  PANTAU_DATA: z._default(z.string(), './data').check(z.refine((text) => !text.includes('\0'), 'a folder')),
  DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl, 'a URL such as postgres://user:password@host:5432/pantau'))),
  PANTAU_PROVINCE: z._default(z.string(), '64').check(z.regex(/^[1-9]\d$/, 'the two digits of a province, such as 64')),
  PANTAU_DEMO: z._default(z.string(), '1').check(z.regex(/^[01]$/, '1 for the demo province in an empty register, 0 for none')),
  PANTAU_S3_ENDPOINT: z.optional(z.string().check(z.refine(isWebUrl, 'the address of the store, such as https://s3.example.go.id'))),
  PANTAU_S3_BUCKET: z.optional(z.string().check(z.regex(/^[\w.-]{1,255}$/, 'the name of a bucket that is there'))),
  PANTAU_S3_REGION: z._default(z.string(), 'us-east-1').check(z.regex(/^[\w-]{1,60}$/, 'the region as the store names it')),
  PANTAU_S3_ACCESS_KEY: z.optional(z.string()),
  PANTAU_S3_SECRET_KEY: z.optional(z.string()),
  PANTAU_LOG: z._default(z.string(), 'info').check(z.refine((text) => levels.includes(text), `one of ${levels.join(', ')}`)),
});

export type Config = {
  port: number;
  host: string;
  /** Absolute path of the folder that holds everything of this office. */
  dataFolder: string;
  /** The office's own PostgreSQL; without it the embedded one runs in `dataFolder`. */
  databaseUrl: string | undefined;
  /** Two digits, such as '64' for Kalimantan Timur. */
  province: string;
  /** Whether an empty register is filled with the demo province. */
  demo: boolean;
  logLevel: string;
  /** Where photos are kept, once they are proved; without it in `dataFolder`. */
  s3: S3Config | undefined;
};

export type S3Config = { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string };

export type ReadConfig = { kind: 'config'; config: Config } | { kind: 'wrong'; problems: string[] };

/** The settings in these variables, or one line a problem. A variable that is set to nothing counts as not set. */
export function readConfig(env: Record<string, string | undefined>): ReadConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = settingsSchema.safeParse(set);
  if (!read.success) {
    // The address of a database may hold a password, so its value is never repeated, nor that of a key.
    const shown = (name: string) => (secrets.has(name) ? name : `${name}=${set[name]}`);
    return {
      kind: 'wrong',
      problems: read.error.issues.map(({ path, message }) => `${shown(String(path[0]))} is wrong: give ${message}.`),
    };
  }
  const settings = read.data;
  const s3 = s3Of(settings);
  if (s3 === 'incomplete') {
    return { kind: 'wrong', problems: [`Some of ${s3Names.join(', ')} are missing: give all four, or none to keep files in PANTAU_DATA.`] };
  }
  return {
    kind: 'config',
    config: {
      port: Number(settings.PORT),
      host: settings.HOST,
      dataFolder: resolve(settings.PANTAU_DATA),
      databaseUrl: settings.DATABASE_URL,
      province: settings.PANTAU_PROVINCE,
      demo: settings.PANTAU_DEMO === '1',
      logLevel: settings.PANTAU_LOG,
      s3,
    },
  };
}

const secrets: ReadonlySet<string> = new Set(['DATABASE_URL', 'PANTAU_S3_ACCESS_KEY', 'PANTAU_S3_SECRET_KEY']);
const s3Names = ['PANTAU_S3_ENDPOINT', 'PANTAU_S3_BUCKET', 'PANTAU_S3_ACCESS_KEY', 'PANTAU_S3_SECRET_KEY'] as const;

function s3Of(settings: z.infer<typeof settingsSchema>): S3Config | undefined | 'incomplete' {
  const [endpoint, bucket, accessKeyId, secretAccessKey] = s3Names.map((name) => settings[name]);
  if (!endpoint && !bucket && !accessKeyId && !secretAccessKey) return undefined;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return 'incomplete';
  return { endpoint: endpoint.replace(/\/+$/, ''), region: settings.PANTAU_S3_REGION, bucket, accessKeyId, secretAccessKey };
}

/** EX_CONFIG of sysexits.h: the program cannot run with what it was told. */
export const wrongConfigExitCode = 78;

/** The settings of this process, its `.env` included; wrong ones end it with one line each. */
export function configOfProcess(): Config {
  // What the environment says already wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env);
  if (read.kind === 'config') return read.config;
  for (const problem of read.problems) process.stderr.write(`${problem}\n`);
  process.exit(wrongConfigExitCode);
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
