// A question to the office that only it can answer, with the officer's token and every way it can end as a value.
import type { FieldDatabase } from './data/database.ts';
import { readSetting } from './data/settings.ts';
import type { OfficeAnswer, OfficeFile } from './ui/app-context.ts';

export async function askOffice(db: FieldDatabase, method: 'GET' | 'POST', path: string, body?: Blob | object): Promise<OfficeAnswer> {
  const token = (await readSetting(db, 'session'))?.token ?? '';
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': typeOf(body) } : {}) },
      body: body === undefined || body instanceof Blob ? (body ?? null) : JSON.stringify(body),
      cache: 'no-store',
    });
    text = await response.text();
  } catch {
    return { kind: 'failed', failure: 'unreachable' };
  }
  const type = response.headers.get('content-type') ?? '';
  // The sign-in page of some hotspot is not the office.
  if (type.startsWith('text/html')) return { kind: 'failed', failure: 'unreachable' };
  const answer = type.includes('json') ? parsed(text) : text;
  if (response.ok) return { kind: 'answered', body: answer };
  if (response.status === 401) return { kind: 'failed', failure: 'signedOut' };
  return { kind: 'failed', failure: response.status >= 500 ? 'serverError' : 'refused', body: answer };
}

/** An image element cannot show a token, so a picture is asked for and shown from memory. */
export async function fileFromOffice(db: FieldDatabase, sha256: string): Promise<OfficeFile> {
  const token = (await readSetting(db, 'session'))?.token ?? '';
  try {
    const response = await fetch(`/api/files/${sha256}`, { headers: { authorization: `Bearer ${token}` } });
    const blob = await response.blob();
    if (response.ok && !blob.type.startsWith('text/html')) return { kind: 'file', blob };
    const failure = response.status === 401 ? 'signedOut' : response.status === 404 ? 'notThere' : 'serverError';
    return { kind: 'failed', failure: response.ok ? 'unreachable' : failure };
  } catch {
    return { kind: 'failed', failure: 'unreachable' };
  }
}

const typeOf = (body: Blob | object): string => (body instanceof Blob ? body.type || 'application/octet-stream' : 'application/json');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
