/** The four statuses, kept apart, each with what it stands on. */
import type { ComponentChildren } from 'preact';
import { businessSeenBy, type DerivedStatus, type RegisterEntry } from '../../data/register.ts';
import { certificateOf } from '../../domain/certificate.ts';
import type { Cooperative } from '../../domain/cooperative.ts';
import { type Day, ratDeadline } from '../../domain/day.ts';
import type { Policy } from '../../domain/policy.ts';
import type { RatStatus } from '../../domain/rat-status.ts';
import { Section } from '../kit/card.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { ActivityBadge, CertificateBadge, LegalBadge, RatBadge, standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import './cooperative.css';
import { type CooperativeWords, cooperativeWords } from './cooperative-words.ts';

export interface StatusesSectionProps {
  cooperative: Cooperative;
  /** Undefined until the register is in memory. */
  entry: RegisterEntry | undefined;
  standing: DerivedStatus | undefined;
  policies: readonly Policy[];
  asOf: Day;
}

export function StatusesSection({ cooperative, entry, standing, policies, asOf }: StatusesSectionProps) {
  const words = useWords(cooperativeWords);
  const statuses = useWords(standingWords);
  const certificate = certificateOf(cooperative, asOf);
  const basis = (policyId: string) => {
    const policy = policies.find(({ id }) => id === policyId);
    return policy ? words.basis(showDay(policy.validFrom), showDay(asOf)) : '';
  };
  return (
    <Section title={words.statuses}>
      <div class="statuses">
        <Status kind={words.kinds.legal} badge={<LegalBadge status={cooperative.legalStatus} />} why={legalWhy(cooperative, words)} />
        <Status
          kind={words.kinds.activity}
          badge={standing && <ActivityBadge status={standing.activity.status} />}
          why={
            standing && entry && [...activityWhy(standing, entry, policies, words, statuses.activity), basis(standing.activity.policyId)]
          }
        />
        <Status
          kind={`${words.kinds.rat} · ${standing ? words.ratOf(String(standing.rat.bookYear)) : ''}`}
          badge={standing && <RatBadge status={standing.rat.status} />}
          why={standing && [...ratWhy(standing.rat, cooperative, words), basis(standing.rat.policyId)]}
        />
        <Status
          kind={words.kinds.certificate}
          badge={<CertificateBadge status={certificate.status} />}
          why={certificateWhy(certificate, cooperative, words)}
        />
      </div>
    </Section>
  );
}

function Status({ kind, badge, why }: { kind: string; badge: ComponentChildren; why: readonly string[] | undefined }) {
  const words = useWords(cooperativeWords);
  return (
    <div class="status">
      <h3 class="small muted">{kind}</h3>
      <p>{badge ?? '–'}</p>
      <details>
        <summary class="small">{words.why}</summary>
        <p class="small">{why ? why.filter(Boolean).join(' ') : words.unknown}</p>
      </details>
    </div>
  );
}

function legalWhy({ legalEntityNumber, legalEntityOn, dissolvedOn }: Cooperative, words: CooperativeWords): string[] {
  const entity = legalEntityNumber ? words.legalWhy(legalEntityNumber, legalEntityOn ? showDay(legalEntityOn) : '–') : words.legalNoNumber;
  return [entity, dissolvedOn ? words.dissolvedOn(showDay(dissolvedOn)) : ''];
}

function activityWhy(
  { activity }: DerivedStatus,
  entry: RegisterEntry,
  policies: readonly Policy[],
  words: CooperativeWords,
  statuses: Record<'active' | 'inactive', string>,
): string[] {
  const { activeWindowYears = 3, businessSeenMonths = 12 } = policies.find(({ id }) => id === activity.policyId)?.parameters ?? {};
  const seenOn = businessSeenBy(entry, activity.asOf);
  const recorded = entry.cooperative.activity;
  return [
    activity.shownBy.includes('rat') ? words.activeBy.rat(showCount(activeWindowYears)) : '',
    activity.shownBy.includes('business') && seenOn ? words.activeBy.business(showDay(seenOn)) : '',
    activity.status === 'inactive' ? words.inactive(showCount(activeWindowYears), showCount(businessSeenMonths)) : '',
    recorded ? words.registerSays(statuses[recorded.status], showDay(recorded.asOf)) : '',
  ];
}

export function ratWhy({ row, bookYear, flags }: RatStatus, cooperative: Cooperative, words: CooperativeWords): string[] {
  const said = words.rows[row];
  const deadline = showDay(ratDeadline(bookYear, cooperative.bookYearEndMonth));
  return [
    typeof said === 'string' ? said : said(deadline),
    flags.afterAdminDate ? words.afterAdminDate : '',
    flags.adminOverdue ? words.adminOverdue : '',
    flags.remind ? words.remind : '',
    words.row(row),
  ];
}

function certificateWhy(
  { status, validUntil }: ReturnType<typeof certificateOf>,
  { nikKoperasi }: Cooperative,
  words: CooperativeWords,
): string[] {
  const said = validUntil
    ? words.certificateUntil(showDay(validUntil))
    : status === 'none'
      ? words.certificateNone
      : words.certificateUndated;
  return [said, nikKoperasi ? words.nik(nikKoperasi) : ''];
}
