// The office's doors for files: asking what it has, and the tus protocol for the bytes, over fetch so that it also runs outside a page.
import { type DetailedError, type HttpRequest, type HttpStack, Upload } from 'tus-js-client';
import * as z from 'zod/mini';
import type { HeldFile } from '../data/database.ts';
import { fileChunkBytes } from '../domain/file.ts';
import { type FilesHeld, filesHeldSchema } from '../domain/file-exchange.ts';
import { answerOf, type SendFailure, type Sent } from './send.ts';

/** `refused`: the office will never take these bytes from this officer. `again`: it threw away what had arrived of them. */
export type Uploaded = { kind: 'sent' } | { kind: 'refused'; code: string } | { kind: 'again' } | SendFailure;

export interface FileOffice {
  held(files: readonly string[], token: string): Promise<Sent<FilesHeld>>;
  upload(upload: FileUpload): Promise<Uploaded>;
}

export interface FileUpload {
  file: HeldFile & { area: string };
  bytes: ArrayBuffer;
  deviceId: string;
  token: string;
  /** Told after each piece that the office has taken. */
  onOffset: (offset: number) => void;
}

/** A piece of 256 KB passes a link of 20 kbit/s in this time; what got across of it is kept by the office in any case. */
const patienceMs = 120_000;
/** Within one upload; each piece that gets across starts them anew. Longer breaks are the file loop's. */
const retriesMs = [300, 1_000, 3_000, 6_000];

export function fileOfficeAt(origin: string, fetchFrom: typeof fetch = fetch): FileOffice {
  return {
    held: async (files, token) => {
      try {
        const response = await fetchFrom(`${origin}/api/files/held`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ files }),
          cache: 'no-store',
          signal: AbortSignal.timeout(patienceMs),
        });
        return answerOf(response, await response.text(), filesHeldSchema);
      } catch {
        return { kind: 'unreachable' };
      }
    },
    upload: async (wanted) => {
      const begun = wanted.file.offset !== undefined;
      const ended = await uploadOnce(origin, fetchFrom, wanted, begun);
      // The tablet forgot that it had begun; the office did not.
      const isUnderWay = !begun && ended.kind === 'serverError' && ended.status === 409;
      return isUnderWay ? uploadOnce(origin, fetchFrom, wanted, true) : ended;
    },
  };
}

/** `begun`: the office is asked first where the upload stands. */
function uploadOnce(origin: string, fetchFrom: typeof fetch, { file, bytes, deviceId, token, onOffset }: FileUpload, begun: boolean) {
  return new Promise<Uploaded>((resolve) => {
    const endpoint = `${origin}/api/files/uploads`;
    const upload = new Upload(new Blob([bytes]), {
      endpoint,
      // The address follows from the file and the tablet, so there is nothing to remember but that it was begun.
      ...(begun ? { uploadUrl: `${endpoint}/${file.sha256}.${deviceId}` } : {}),
      metadata: { sha256: file.sha256, type: file.type, area: file.area },
      headers: { authorization: `Bearer ${token}` },
      chunkSize: fileChunkBytes,
      storeFingerprintForResuming: false,
      retryDelays: retriesMs,
      onShouldRetry: ({ originalResponse }) =>
        isWorthRetrying(originalResponse?.getStatus(), begun || upload.url !== null) &&
        codeIn(originalResponse?.getBody() ?? '') !== 'held',
      httpStack: stackOver(fetchFrom),
      fileReader: { openFile: async (blob: Blob) => piecesOf(blob) },
      onChunkComplete: (_size, accepted) => onOffset(accepted),
      onSuccess: () => resolve({ kind: 'sent' }),
      onError: (error) => resolve(failureOf(error)),
    });
    upload.start();
  });
}

/** No answer at all, an office that stumbled, or a place that another request still holds. */
const isWorthRetrying = (status: number | undefined, hasPlace: boolean): boolean =>
  status === undefined || (status === 409 && hasPlace) || status === 423 || (status >= 500 && status !== 503);

const problemSchema = z.object({ code: z.string() });

function failureOf(error: Error | DetailedError): Uploaded {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return { kind: 'unreachable' };
  const status = response.getStatus();
  const code = codeIn(response.getBody());
  // The office has it already: the answer to the last piece was lost.
  if (code === 'held') return { kind: 'sent' };
  if (status === 401) return { kind: 'signedOut' };
  if (status === 429 || status === 503) return { kind: 'busy', retryAfterMs: 1000 * (Number(response.getHeader('retry-after')) || 5) };
  if (status === 403 || status === 413 || code === 'fileType') return { kind: 'refused', code: status === 413 ? 'tooLarge' : code };
  if (code === 'fileHash') return { kind: 'again' };
  return { kind: 'serverError', status, code };
}

function codeIn(body: string): string {
  try {
    return problemSchema.parse(JSON.parse(body)).code;
  } catch {
    return 'unknown';
  }
}

const piecesOf = (blob: Blob) => ({
  size: blob.size,
  slice: async (start: number, end: number) => ({ value: blob.slice(start, end), done: end >= blob.size }),
  close: () => {},
});

function stackOver(fetchFrom: typeof fetch): HttpStack {
  return { getName: () => 'fetch', createRequest: (method, url) => requestOver(fetchFrom, method, url) };
}

function requestOver(fetchFrom: typeof fetch, method: string, url: string): HttpRequest {
  const headers = new Map<string, string>();
  const gaveUp = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => void headers.set(name.toLowerCase(), value),
    getHeader: (name) => headers.get(name.toLowerCase()),
    setProgressHandler: () => {},
    getUnderlyingObject: () => undefined,
    abort: async () => gaveUp.abort(),
    send: async (body?: Blob) => {
      const signal = AbortSignal.any([gaveUp.signal, AbortSignal.timeout(patienceMs)]);
      const response = await fetchFrom(url, { method, headers: [...headers], body: body ?? null, cache: 'no-store', signal });
      const text = await response.text();
      return {
        getStatus: () => response.status,
        getHeader: (name) => response.headers.get(name) ?? undefined,
        getBody: () => text,
        getUnderlyingObject: () => response,
      };
    },
  };
}
