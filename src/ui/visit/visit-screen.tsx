/** A finished visit, to be read: what was answered, who wrote it, whether the office has it, what was changed since. */
import { isOffice } from '../../domain/officer.ts';
import { useApp } from '../app-context.ts';
import { ResultsSection } from '../follow-up/results-section.tsx';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { DefinitionList, Section } from '../kit/card.tsx';
import { showMoment } from '../kit/figures.ts';
import type { IconName } from '../kit/icon.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { PrintButton } from '../kit/sheet.tsx';
import { SignatureImage } from '../kit/signature-pad.tsx';
import { PhotoList } from '../photos/photo-list.tsx';
import { photoWords } from '../photos/photo-words.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import './visit.css';
import { Whose } from './form-notices.tsx';
import { visitParts } from './visit-content.ts';
import type { VisitRouteProps } from './visit-form-screen.tsx';
import { Amendments, Conflicts } from './visit-history.tsx';
import { headerLines, partLines, type Tongue } from './visit-lines.ts';
import { VisitPaper } from './visit-paper.tsx';
import { type Delivery, readVisit, type VisitReading } from './visit-reading.ts';
import { visitWords } from './visit-words.ts';

export function VisitScreen({ cooperativeId, visitId }: VisitRouteProps) {
  const words = useWords(visitWords);
  const photo = useWords(photoWords);
  const { db, session } = useApp();
  const reading = useLive(() => readVisit(db, cooperativeId, visitId), [db, cooperativeId, visitId]);
  const back = `/koperasi/${cooperativeId}`;
  const { value } = reading;
  if (!value?.visit) {
    return (
      <Shell title={words.title} back={back}>
        {reading.error ? (
          <ErrorState onRetry={reading.retry} />
        ) : value ? (
          <EmptyState icon="visit" title={words.missingTitle} action={<LinkButton href={back}>{words.openCooperative}</LinkButton>}>
            {words.missingSafe}
          </EmptyState>
        ) : (
          <Loading />
        )}
      </Shell>
    );
  }
  const { visit } = value;
  const nameOf = (officerId: string) =>
    officerId === session.officer.id ? session.officer.name : (value.names.get(officerId) ?? words.otherOfficer);
  const mayAmend = session.officer.role !== 'officer' || visit.recordedBy === session.officer.id;
  return (
    <Shell
      title={words.title}
      back={back}
      actions={
        <>
          {mayAmend && (
            <LinkButton icon="pen" href={`${back}/kunjungan/baru/${visitId}?ubah=1`}>
              {value.hasDraft ? words.continueAmend : words.amendWithReason}
            </LinkButton>
          )}
          <PrintButton />
        </>
      }
    >
      <div class="stack wide visit-page no-print">
        {value.cooperative && <Whose cooperative={value.cooperative} />}
        <DeliveryNote reading={value} />
        <Conflicts visit={visit} nameOf={nameOf} />
        <VisitRead reading={value} visit={visit} nameOf={nameOf} />
        <ResultsSection visit={visit} nameOf={nameOf} />
        {visit.photos && (
          <Section title={photo.title} side={String(visit.photos.length)}>
            <PhotoList
              owner={`visit/${visitId}`}
              files={visit.photos}
              atOffice={visit.photosAtOffice}
              eager={isOffice(session.officer.role)}
            />
          </Section>
        )}
        <Amendments visit={visit} nameOf={nameOf} />
        {!mayAmend && <p class="small muted">{words.checks.notOwnVisit}</p>}
      </div>
      <VisitPaper cooperative={value.cooperative?.data} visit={visit} nameOf={nameOf} unsent={value.delivery === 'unsent'} />
    </Shell>
  );
}

interface VisitReadProps {
  reading: VisitReading;
  visit: NonNullable<VisitReading['visit']>;
  nameOf: (officerId: string) => string;
}

function VisitRead({ visit, nameOf }: VisitReadProps) {
  const words = useWords(visitWords);
  const tongue: Tongue = { words, language: language.value };
  const head = headerLines(visit, tongue);
  const parts = visitParts.map((part, place) => ({
    title: words.partName('ABCDEF'[place] ?? '', words.parts[part]),
    lines: partLines(part, visit, tongue),
    closing: part === 'closing',
  }));
  const { counterpartSignature, officerSignature } = visit;
  return (
    <>
      <Section title={words.header}>
        <DefinitionList
          facts={[
            ...head.map(({ label, value }) => [label, value] as const),
            [words.recordedBy, nameOf(visit.recordedBy)],
            [words.recordedAt, showMoment(visit.recordedAt)],
          ]}
        />
      </Section>
      {parts
        .filter(({ lines, closing }) => lines.length > 0 || (closing && (counterpartSignature || officerSignature)))
        .map(({ title, lines, closing }) => (
          <Section key={title} title={title}>
            {lines.length > 0 && <DefinitionList facts={lines.map(({ label, value }) => [label, value] as const)} />}
            {closing && (
              <div class="pair">
                <Signed
                  label={words.counterpartSignature}
                  name={visit.counterpartName ?? words.counterpart}
                  strokes={counterpartSignature}
                />
                <Signed label={words.officerSignature} name={nameOf(visit.recordedBy)} strokes={officerSignature} />
              </div>
            )}
          </Section>
        ))}
      {parts.every(({ lines }) => lines.length === 0) && <p class="muted">{words.nothingFilled}</p>}
    </>
  );
}

function Signed({ label, name, strokes }: { label: string; name: string; strokes: number[][] | undefined }) {
  if (!strokes) return null;
  return (
    <figure class="signed">
      <SignatureImage name={name} strokes={strokes} />
      <figcaption>
        <strong>{name}</strong>
        <br />
        <span class="small muted">{label}</span>
      </figcaption>
    </figure>
  );
}

const deliveryLooks: Record<Delivery, readonly [tone: Tone, icon: IconName]> = {
  atOffice: ['good', 'office'],
  unsent: ['warn', 'tablet'],
  waiting: ['warn', 'clock'],
  conflict: ['warn', 'warning'],
  quarantined: ['bad', 'warning'],
  refused: ['bad', 'warning'],
};

function DeliveryNote({ reading: { delivery, visit } }: { reading: VisitReading }) {
  const words = useWords(visitWords).delivery;
  const lacksPhotos = (visit?.photos?.length ?? 0) > (visit?.photosAtOffice?.length ?? 0);
  if (delivery === 'atOffice' && lacksPhotos) {
    return (
      <p class="row">
        <StatusBadge tone="warn" icon="camera">
          {words.photosMissing}
        </StatusBadge>
        <span class="small muted">{words.photosMissingDetail}</span>
      </p>
    );
  }
  const [tone, icon] = deliveryLooks[delivery];
  const detail = words[`${delivery}Detail`];
  if (delivery === 'atOffice' || delivery === 'unsent') {
    return (
      <p class="row">
        <StatusBadge tone={tone} icon={icon}>
          {words[delivery]}
        </StatusBadge>
        <span class="small muted">{detail}</span>
      </p>
    );
  }
  return (
    <Banner
      tone={tone === 'bad' ? 'bad' : 'warn'}
      title={words[delivery]}
      actions={<LinkButton href="/sinkron">{words.openSync}</LinkButton>}
    >
      {detail}
    </Banner>
  );
}
