/** The check at a glance: what is odd, what was recorded, presence against the quorum, figures beside last year, signatures. */
import { presenceOf } from '../../domain/attendance.ts';
import { neededSignatures } from '../../domain/minutes-check.ts';
import { heldOnOf } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { cooperativePlace, cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { DefinitionList, Section } from '../kit/card.tsx';
import { showDay, showMoment, showWeekday } from '../kit/figures.ts';
import { SignatureImage } from '../kit/signature-pad.tsx';
import type { MinutesSources } from '../minutes/minutes-sources.ts';
import { minutesWords } from '../minutes/minutes-words.ts';
import { useWords } from '../words/words.ts';
import { useOfficerName } from './officer-names.ts';
import { RatifiedBeside } from './verification-figures.tsx';
import type { VerificationFlag } from './verification-flags.ts';
import { PresenceCheck } from './verification-presence.tsx';
import { waitingHref } from './verification-queue.ts';
import { flagDetail, flagLabel, toneOf, verificationWords } from './verification-words.ts';

export function VerificationCheck({ sources, flags }: { sources: MinutesSources; flags: readonly VerificationFlag[] }) {
  const { minutes, attendance } = sources;
  return (
    <div class="check-columns">
      <div class="stack wide">
        <Flags sources={sources} flags={flags} />
        <OnRecord sources={sources} />
        <PresenceCheck sources={sources} list={presenceOf(attendance)} />
      </div>
      <div class="stack wide">
        {minutes && <RatifiedBeside sources={sources} minutes={minutes} />}
        {minutes && <Signed minutes={minutes} />}
      </div>
    </div>
  );
}

function Flags({ sources, flags }: { sources: MinutesSources; flags: readonly VerificationFlag[] }) {
  const words = useWords(verificationWords);
  if (flags.length === 0) return <p class="muted">{words.nothingOdd}</p>;
  return (
    <section class="stack" aria-label={words.flags}>
      {flags.map((flag) => (
        <Banner
          key={JSON.stringify(flag)}
          tone={toneOf(flag)}
          title={flagLabel(flag, words)}
          actions={
            flag.kind === 'rival' ? (
              <LinkButton href={waitingHref({ cooperativeId: sources.cooperativeId, meetingId: flag.meetingId })}>
                {words.openRival}
              </LinkButton>
            ) : flag.kind === 'openConflict' || flag.kind === 'disputedMarks' ? (
              <LinkButton href={`/koperasi/${sources.cooperativeId}/perbedaan`}>{words.decideConflicts}</LinkButton>
            ) : undefined
          }
        >
          {flagDetail(flag, words)}
        </Banner>
      ))}
    </section>
  );
}

function OnRecord({ sources }: { sources: MinutesSources }) {
  const words = useWords(verificationWords);
  const nameOf = useOfficerName();
  const areas = useAreas(useApp().db);
  const { cooperative, cooperativeId, meeting, minutes, area } = sources;
  const heldOn = heldOnOf(meeting);
  const { legalEntityNumber, legalEntityOn } = cooperative;
  return (
    <Section title={words.onRecord}>
      <DefinitionList
        facts={[
          [words.cooperative, <a href={`/koperasi/${cooperativeId}`}>{cooperativeTitle(cooperative)}</a>],
          [words.legalEntity, [legalEntityNumber, legalEntityOn && showDay(legalEntityOn)].filter(Boolean).join(', ')],
          [words.regencyDistrict, [cooperativePlace(cooperative), areaNameOf(areas, area)].filter(Boolean).join(', ')],
          [words.bookYear, meeting.bookYears.join(', ')],
          [words.held, heldOn && showWeekday(heldOn)],
          [words.call, words.calls[meeting.callNumber]],
          [words.place, minutes?.place ?? meeting.place],
          [words.recorded, nameOf(meeting.holding?.officerId ?? meeting.recordedBy)],
        ]}
      />
    </Section>
  );
}

function Signed({ minutes }: { minutes: NonNullable<MinutesSources['minutes']> }) {
  const words = useWords(verificationWords);
  const { signatureRoles } = useWords(minutesWords);
  const missing = neededSignatures.filter((role) => !minutes.signatures.some((signature) => signature.role === role));
  return (
    <Section title={words.signatures}>
      <ul class="signed">
        {minutes.signatures.map(({ role, name, strokes, signedAt }) => (
          <li key={role}>
            <SignatureImage name={name} strokes={strokes} />
            <strong>{name}</strong>
            <span class="small muted">
              {signatureRoles[role]}, {words.signedAt(showMoment(signedAt))}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p class="wrong-note">{words.signatureMissing(missing.map((role) => signatureRoles[role].toLowerCase()).join(', '))}</p>
      )}
    </Section>
  );
}
