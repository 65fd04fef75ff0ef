/** Where a draft goes on. */
import type { Draft } from '../data/database.ts';

const subjectOf = (key: string): string => key.slice(key.indexOf(':') + 1);

export function draftHref({ key, kind, cooperativeId, content }: Pick<Draft, 'key' | 'kind' | 'cooperativeId' | 'content'>): string {
  const cooperative = `/koperasi/${cooperativeId}`;
  const subject = subjectOf(key);
  switch (kind) {
    case 'visit':
      return `${cooperative}/kunjungan/baru/${subject}${isAmendment(content) ? '?ubah=1' : ''}`;
    case 'meeting':
      return `${cooperative}/rat/baru/${subject}`;
    case 'roster':
      return `${cooperative}/rat/${subject}/roster`;
    case 'minutes':
      return `${cooperative}/rat/${subject}/notulen`;
    case 'cooperative':
      return `${cooperative}/ubah`;
  }
}

const isAmendment = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'amendment' in content && content.amendment !== undefined;
