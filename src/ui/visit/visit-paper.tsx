/** The visit on one sheet of paper, always in Indonesian, shown only when printed. */
import type { Cooperative } from '../../domain/cooperative.ts';
import { dayOf, formatDay, formatTime } from '../../domain/day.ts';
import type { Visit } from '../../domain/visit.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Sheet } from '../kit/sheet.tsx';
import { SignatureImage } from '../kit/signature-pad.tsx';
import { visit as words } from '../words/id/visit.ts';
import { visitParts } from './visit-content.ts';
import { headerLines, partLines, type Tongue, type VisitLine } from './visit-lines.ts';

const indonesian: Tongue = { words, language: 'id' };

export interface VisitPaperProps {
  cooperative: Cooperative | undefined;
  visit: Visit;
  nameOf: (officerId: string) => string;
  unsent: boolean;
}

export function VisitPaper({ cooperative, visit, nameOf, unsent }: VisitPaperProps) {
  const place = [cooperative?.villageName, cooperative?.districtName].filter(Boolean).join(', ');
  const about: VisitLine[] = [
    { label: words.paper.cooperative, value: cooperative ? cooperativeTitle(cooperative) : '' },
    { label: words.paper.legalEntity, value: cooperative?.legalEntityNumber ?? '' },
    { label: words.paper.village, value: place },
    { label: words.paper.officers, value: nameOf(visit.recordedBy) },
  ];
  const now = Date.now();
  const amendments = visit.amendments?.length ?? 0;
  return (
    <div class="visit-paper">
      <Sheet title={words.readTitle}>
        <h1>{words.paper.title}</h1>
        <div class="paper-columns">
          <Lines title={words.paper.cooperative} lines={about.filter(({ value }) => value !== '')} />
          <Lines title={words.header} lines={headerLines(visit, indonesian)} />
          {visitParts.map((part, index) => (
            <Lines key={part} title={words.partName('ABCDEF'[index] ?? '', words.parts[part])} lines={partLines(part, visit, indonesian)} />
          ))}
        </div>
        <div class="signatures keep">
          <Signature heading={words.paper.signCounterpart} name={visit.counterpartName} strokes={visit.counterpartSignature} />
          <Signature heading={words.paper.signOfficer} name={nameOf(visit.recordedBy)} strokes={visit.officerSignature} />
        </div>
        <p class="paper-foot">
          {[
            words.paper.printed(`${formatDay(dayOf(now))} ${formatTime(now)}`),
            amendments > 0 && words.paper.amended(String(amendments)),
            unsent && words.paper.unsent,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Sheet>
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly VisitLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <table class="bare">
        <tbody>
          {lines.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Signature({ heading, name, strokes }: { heading: string; name: string | undefined; strokes: number[][] | undefined }) {
  return (
    <div>
      {heading}
      <div class="signing">{strokes && <SignatureImage name={name ?? heading} strokes={strokes} />}</div>
      <strong>{name ?? '(…………………………………)'}</strong>
    </div>
  );
}
