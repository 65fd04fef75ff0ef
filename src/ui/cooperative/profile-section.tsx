/** What the register holds of a cooperative beside its statuses. */
import type { Cooperative } from '../../domain/cooperative.ts';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { fieldName, fieldValue } from '../field-words.ts';
import { LinkButton } from '../kit/button.tsx';
import { DefinitionList, type Fact, Section } from '../kit/card.tsx';
import { useWords } from '../words/words.ts';
import { cooperativeWords } from './cooperative-words.ts';

const shownFields = [
  'name',
  'group',
  'form',
  'type',
  'isSharia',
  'membershipScope',
  'sector',
  'legalEntityNumber',
  'legalEntityOn',
  'bylawAmendmentNumber',
  'bylawAmendmentOn',
  'nikKoperasi',
  'nikStatus',
  'grade',
  'address',
  'villageName',
  'districtName',
  'bookYearEndMonth',
  'bylawRules',
] as const satisfies readonly (keyof Cooperative)[];

export function ProfileSection({ id, cooperative }: { id: string; cooperative: Cooperative }) {
  const words = useWords(cooperativeWords);
  const areas = useAreas(useApp().db);
  const facts: Fact[] = shownFields.map((field) => {
    const value = cooperative[field];
    return [fieldName(field), value === undefined ? undefined : fieldValue(field, value)];
  });
  facts.push([fieldName('regency'), areaNameOf(areas, cooperative.regencyCode)]);
  const { unread } = cooperative;
  return (
    <Section
      title={words.profile}
      side={
        <LinkButton look="quiet" icon="pen" href={`/koperasi/${id}/ubah`}>
          {words.edit}
        </LinkButton>
      }
    >
      <DefinitionList facts={facts} />
      {unread && Object.keys(unread).length > 0 && (
        <details class="page-details">
          <summary>{words.unreadTitle}</summary>
          <DefinitionList facts={Object.entries(unread).map(([field, text]): Fact => [fieldName(field), text])} />
        </details>
      )}
    </Section>
  );
}
