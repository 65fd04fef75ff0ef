/** What the meeting ratified, each figure beside the year before and how much it changed; what changed oddly is asked about. */
import type { Minutes } from '../../domain/minutes.ts';
import type { Figures } from '../../domain/yearly-figures.ts';
import { Banner } from '../kit/banner.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showRupiah } from '../kit/figures.ts';
import { FigureTable } from '../kit/table.tsx';
import { doubtOf, type FigureField, figureBefore, furtherFigures, isCount, mainFigures } from '../minutes/figures-beside.ts';
import type { MinutesSources } from '../minutes/minutes-sources.ts';
import { minutesWords } from '../minutes/minutes-words.ts';
import { questionWords } from '../minutes/question-words.ts';
import { useWords } from '../words/words.ts';
import { verificationWords } from './verification-words.ts';

export function RatifiedBeside({ sources, minutes: { ratified } }: { sources: MinutesSources; minutes: Minutes }) {
  const words = useWords(verificationWords);
  return (
    <Section title={words.figures}>
      {ratified.length === 0 && <p class="muted">{words.figuresNone}</p>}
      <div class="stack">
        {ratified.map(({ bookYear, figures }) => (
          <OneYear key={bookYear} sources={sources} bookYear={bookYear} figures={figures} />
        ))}
      </div>
    </Section>
  );
}

interface OneYearProps {
  sources: MinutesSources;
  bookYear: number;
  figures: Figures;
}

function OneYear({ sources, bookYear, figures }: OneYearProps) {
  const words = useWords(verificationWords);
  const names = useWords(minutesWords);
  const all = Object.fromEntries((sources.minutes?.ratified ?? []).map((ratified) => [ratified.bookYear, ratified.figures]));
  const before = (field: FigureField) => figureBefore(sources.figures, all, bookYear, field)?.figure;
  const fields = [...mainFigures, ...furtherFigures].filter((field) => figures[field] !== undefined || before(field) !== undefined);
  const doubts = fields.flatMap((field) => {
    const then = before(field);
    const now = figures[field];
    const doubt = doubtOf(field, figures, then);
    if (!doubt || now === undefined) return [];
    const question = { key: field, field, kind: 'figure' as const, doubt, figure: field, bookYear, now, before: then };
    return [questionWords(question, names)];
  });
  const rows = fields.map((field) => {
    const show = isCount(field) ? showCount : showRupiah;
    const [then, now] = [before(field), figures[field]];
    return {
      label: names.figureFields[field],
      values: [
        then === undefined ? undefined : show(then),
        now === undefined ? undefined : show(now),
        then === undefined || now === undefined ? undefined : showChange(now - then, then),
      ],
    };
  });
  return (
    <div class="stack">
      <FigureTable
        caption={names.figuresOf(String(bookYear))}
        columns={[String(bookYear - 1), String(bookYear), words.change]}
        rows={rows}
      />
      {doubts.length > 0 && (
        <Banner tone="warn" title={words.doubts}>
          <ul class="plain">
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}

/** `+12 %`; of nothing, or between profit and loss, a percentage says nothing. */
function showChange(difference: number, before: number): string {
  if (before <= 0 || difference < -before) return difference === 0 ? '0\u00a0%' : '–';
  const percent = Math.round((difference / before) * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}\u00a0%`;
}
