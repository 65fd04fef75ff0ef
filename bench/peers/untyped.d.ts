// The little of the peers' packages that the measurement uses and that they bring no types for.
declare module 'pouchdb' {
  interface Answer {
    error?: unknown;
  }
  interface Replication {
    to(target: PouchDB, options: { batch_size: number }): Promise<object>;
    from(source: PouchDB, options: { batch_size: number }): Promise<object>;
  }
  export default class PouchDB<Doc = object> {
    static plugin(plugin: unknown): void;
    static defaults(options: { prefix: string; adapter: string }): typeof PouchDB;
    constructor(name: string, options?: { adapter?: string });
    replicate: Replication;
    createIndex(options: { index: { fields: string[] } }): Promise<object>;
    bulkDocs(docs: readonly object[]): Promise<Answer[]>;
    allDocs(): Promise<{ rows: { id: string }[] }>;
    allDocs(options: { keys: string[]; include_docs: true; conflicts?: boolean }): Promise<{ rows: { doc?: Doc | null }[] }>;
    get(id: string, options: { rev: string }): Promise<Doc>;
    find(options: { selector: object; limit: number }): Promise<{ docs: Doc[] }>;
  }
}
declare module 'pouchdb-adapter-indexeddb';
declare module 'pouchdb-find';
declare module 'express-pouchdb' {
  import type { RequestHandler } from 'express';
  export default function expressPouchdb(database: unknown, options: { mode: string; logPath: string; configPath: string }): RequestHandler;
}
declare module 'compression' {
  import type { RequestHandler } from 'express';
  export default function compression(): RequestHandler;
}
declare module 'express' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';
  export interface Request extends IncomingMessage {
    params: Record<string, string>;
    query: Record<string, string | undefined>;
    body: unknown;
  }
  export interface Response extends ServerResponse {
    json(body: unknown): void;
  }
  export type RequestHandler = (request: Request, response: Response) => unknown;
  interface Express {
    get(path: string, handler: RequestHandler): void;
    post(path: string, handler: RequestHandler): void;
    use(handler: RequestHandler): void;
    use(path: string, handler: RequestHandler): void;
    listen(port: number, host: string, ready: () => void): Server;
  }
  function express(): Express;
  namespace express {
    function json(options: { limit: string }): RequestHandler;
  }
  export default express;
}
