/** A visit typed in one tab while another tab finished it: what was typed here becomes a change of what stands there. */
import { sameValue } from '../../domain/canonical.ts';
import type { Visit } from '../../domain/visit.ts';
import { tidied } from './visit-content.ts';
import { draftOf, fieldsOfVisit, type VisitDraft } from './visit-draft.ts';

const groups: readonly string[] = ['existence', 'institution', 'business', 'finance'];
type Content = Record<string, unknown>;

/** `begun` is what this form opened with: what is still as it was then was not typed here, and takes the recorded value. */
export function asAmendment(typed: VisitDraft, begun: VisitDraft, visit: Visit): VisitDraft {
  const of = fieldsOfVisit(visit);
  const recorded = draftOf(of);
  const merged = merge(typed as unknown as Content, begun as unknown as Content, recorded as unknown as Content);
  return { ...(merged as unknown as VisitDraft), amendment: { of, reason: '' } };
}

function merge(typed: Content, begun: Content, recorded: Content): Content {
  const fields = [...new Set([...Object.keys(typed), ...Object.keys(recorded)])];
  return Object.fromEntries(
    fields.map((field) => {
      if (groups.includes(field)) return [field, merge(typed[field] as Content, begun[field] as Content, recorded[field] as Content)];
      const isTyped = !sameValue(tidied(typed[field]), tidied(begun[field]));
      return [field, isTyped ? typed[field] : recorded[field]];
    }),
  );
}
