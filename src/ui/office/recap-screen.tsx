/** Rekap RAT: how the RATs of each regency stand as of any day, both percentages each with what it is of, to print and as a file. */
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Register } from '../../data/register.ts';
import { calendarYearOf } from '../../domain/day.ts';
import { ratStatuses } from '../../domain/rat-status.ts';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { FirstSync } from '../first-sync.tsx';
import { frameWords } from '../frame-words.ts';
import { Chip } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { DateField } from '../kit/date-field.tsx';
import { showDay, showMoment } from '../kit/figures.ts';
import { EmptyState, Loading } from '../kit/page-state.tsx';
import { PrintButton } from '../kit/sheet.tsx';
import { showToast } from '../kit/toast.tsx';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { csvOf } from './csv.ts';
import { downloadText } from './download.ts';
import './recap.css';
import { officeWords } from './office-words.ts';
import { recapCells, registerRecap, statusesIn } from './recap-lines.ts';
import { RecapTables, RecapTiles } from './recap-tables.tsx';
import { dayFrom } from './register-query.ts';

/** The day of which the programme's first figures speak. */
const programmeStart = '2015-12-31';

export function RecapScreen() {
  const words = useWords(officeWords).recap;
  const register = useApp().register.value;
  return (
    <Shell title={words.title} wide>
      {register === undefined ? <Loading /> : register.entries.length === 0 ? <FirstSync /> : <AsOf register={register} />}
    </Shell>
  );
}

function AsOf({ register }: { register: Register }) {
  const office = useWords(officeWords);
  const words = office.recap;
  const { query, route } = useLocation();
  const now = today();
  const asOf = dayFrom(query.per, now);
  const ask = (day: string) => route(day === now ? '/kantor/rekap' : `/kantor/rekap?per=${day}`, true);
  const lastYearEnd = `${calendarYearOf(now) - 1}-12-31`;
  const quick = [
    [now, words.today],
    [lastYearEnd, showDay(lastYearEnd)],
    [programmeStart, showDay(programmeStart)],
  ] as const;
  return (
    <div class="stack">
      <div class="as-of no-print">
        <DateField label={office.asOf} value={asOf} max={now} onValue={(day) => ask(day && day <= now ? day : now)} />
        <div class="chips">
          {quick.map(([day, label]) => (
            <Chip key={day} pressed={asOf === day} onToggle={() => ask(day)}>
              {label}
            </Chip>
          ))}
        </div>
      </div>
      <Counted register={register} asOf={asOf} />
    </div>
  );
}

function Counted({ register, asOf }: { register: Register; asOf: string }) {
  const office = useWords(officeWords);
  const words = office.recap;
  const statusWords = useWords(standingWords).rat;
  const frame = useWords(frameWords);
  const { db, session } = useApp();
  const areas = useAreas(db);
  const nameOf = (code: string) => areaNameOf(areas, code);
  const answer = useMemo(() => registerRecap(register, asOf), [register, asOf]);
  if (!answer) {
    return (
      <Banner tone="warn" title={office.noPolicy.title}>
        {office.noPolicy.body}
      </Banner>
    );
  }
  const { recap, policy } = answer;
  if (recap.total.cooperatives === 0) {
    return (
      <EmptyState icon="chart" title={words.nothing.title}>
        {words.nothing.body}
      </EmptyState>
    );
  }
  const statuses = statusesIn(recap, ratStatuses);
  const year = String(recap.calendarYear);
  const { activeWindowYears, businessSeenMonths } = policy.parameters;
  const download = () => {
    const headings = {
      ...words,
      regency: office.regency,
      active: words.activeCount,
      ratHeld: words.ratHeld(year),
      status: (status: (typeof statuses)[number]) => words.status(statusWords[status], String(recap.bookYear)),
    };
    const { headings: first, rows } = recapCells(recap, headings, statuses, nameOf);
    const name = `${words.fileName(asOf)}.csv`;
    downloadText(name, csvOf(first, rows));
    showToast({ text: office.downloaded(name) });
  };
  return (
    <article class="stack wide recap">
      <header class="paper-only">
        {session.isDemo && <p>{frame.demo}</p>}
        <h1>{words.paperTitle}</h1>
        <p>
          {words.province(nameOf(session.province))} · {words.asOf(showDay(asOf))}
        </p>
      </header>
      <div class="stack">
        <RecapTiles recap={recap} />
        <div class="row no-print">
          <PrintButton />
          <Button icon="download" onClick={download}>
            {office.downloadCsv}
          </Button>
        </div>
      </div>
      <RecapTables recap={recap} statuses={statuses} nameOf={nameOf} />
      <footer class="small muted">
        <p>
          {words.asOf(showDay(asOf))}. {words.basis(year, showDay(policy.validFrom))}{' '}
          {words.activeRule(String(activeWindowYears), String(businessSeenMonths))}
        </p>
        <p>
          {words.policyId(recap.policyId)}
          <span class="paper-only"> · {words.printed(showMoment(Date.now()))}</span>
        </p>
      </footer>
    </article>
  );
}
