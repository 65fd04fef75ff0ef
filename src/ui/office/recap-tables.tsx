/** The recap as figures at a glance, and as its two tables: RATs held in the year, and the statuses of the latest due book year. */
import type { ComponentChildren } from 'preact';
import type { Day } from '../../domain/day.ts';
import type { RatStatusName } from '../../domain/rat-status.ts';
import { formatBasisPoints, type Recap, type RecapCounts } from '../../domain/recap.ts';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { type Column, DataTable } from '../kit/table.tsx';
import { today } from '../standing.ts';
import { standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { officeWords } from './office-words.ts';
import type { RegencyLine } from './recap-lines.ts';

// With a comma in both languages, since the counts beside it have dots in both.
const showPoints = (points: number | undefined) => formatBasisPoints(points, 'id').replace(' ', '\u00a0');

export function RecapTiles({ recap: { total, calendarYear } }: { recap: Recap }) {
  const words = useWords(officeWords).recap;
  return (
    <section class="tiles" aria-label={words.tiles}>
      <Tile label={words.cooperatives} value={showCount(total.cooperatives)} />
      <Tile label={words.activeCount} value={showCount(total.active)}>
        {showCount(total.inactive)} {words.inactive.toLowerCase()}
      </Tile>
      <Tile label={words.ratHeld(String(calendarYear))} value={showCount(total.ratHeld)}>
        <span>{words.ofAll(showPoints(total.ratOfAll), showCount(total.cooperatives))}</span>
        <br />
        <span>{words.ofActive(showPoints(total.ratOfActive), showCount(total.active))}</span>
      </Tile>
    </section>
  );
}

function Tile({ label, value, children }: { label: string; value: string; children?: ComponentChildren }) {
  return (
    <div class="tile">
      <div class="tile-label">{label}</div>
      <div class="tile-value">{value}</div>
      {children && <div class="small muted">{children}</div>}
    </div>
  );
}

interface RecapTablesProps {
  recap: Recap;
  statuses: readonly RatStatusName[];
  nameOf: (code: string) => string;
}

export function RecapTables({ recap, statuses, nameOf }: RecapTablesProps) {
  const office = useWords(officeWords);
  const words = office.recap;
  const statusWords = useWords(standingWords).rat;
  const { total, asOf } = recap;
  const year = String(recap.calendarYear);
  const regency: Column<RegencyLine> = {
    key: 'regency',
    label: office.regency,
    cell: ({ regencyCode }) => (
      <a href={registerHref(regencyCode, asOf)} title={words.toRegister(nameOf(regencyCode))}>
        {nameOf(regencyCode)}
      </a>
    ),
  };
  const counted = (key: 'cooperatives' | 'active' | 'inactive' | 'ratHeld', label: string): Column<RegencyLine> => ({
    key,
    label,
    end: true,
    cell: (line) => showCount(line[key]),
  });
  const share = (key: 'ratOfAll' | 'ratOfActive', label: string): Column<RegencyLine> => ({
    key,
    label,
    cell: (line) => <ShareBar points={line[key]} />,
  });
  return (
    <>
      <Section title={words.byRegency(year)}>
        <DataTable
          caption={words.byRegency(year)}
          columns={[
            regency,
            counted('cooperatives', words.cooperatives),
            counted('active', words.activeCount),
            counted('inactive', words.inactive),
            counted('ratHeld', words.ratHeld(year)),
            share('ratOfAll', words.ratOfAll),
            share('ratOfActive', words.ratOfActive),
          ]}
          rows={recap.regencies}
          keyOf={({ regencyCode }) => regencyCode}
          total={[
            words.total,
            showCount(total.cooperatives),
            showCount(total.active),
            showCount(total.inactive),
            showCount(total.ratHeld),
            <ShareBar key="all" points={total.ratOfAll} />,
            <ShareBar key="active" points={total.ratOfActive} />,
          ]}
        />
      </Section>
      <Section title={words.statuses(String(recap.bookYear))}>
        <p class="small muted">{words.statusesHint}</p>
        <DataTable
          caption={words.statuses(String(recap.bookYear))}
          columns={[
            regency,
            ...statuses.map(
              (status): Column<RegencyLine> => ({
                key: status,
                label: statusWords[status],
                end: true,
                cell: (line) => (
                  <StatusCount counts={line} status={status} href={registerHref(line.regencyCode, asOf, status, recap.bookYear)} />
                ),
              }),
            ),
            counted('cooperatives', words.total),
          ]}
          rows={recap.regencies}
          keyOf={({ regencyCode }) => regencyCode}
          total={[words.total, ...statuses.map((status) => showCount(total.statuses[status])), showCount(total.cooperatives)]}
        />
      </Section>
    </>
  );
}

/** A count that leads to the cooperatives behind it; nothing leads nowhere. */
function StatusCount({ counts, status, href }: { counts: RecapCounts; status: RatStatusName; href: string }) {
  const count = counts.statuses[status];
  return count === 0 ? <span class="muted">0</span> : <a href={href}>{showCount(count)}</a>;
}

/** The figure stands beside its bar: the bar alone would say nothing exact, and nothing at all to a screen reader. */
function ShareBar({ points }: { points: number | undefined }) {
  return (
    <div class="share">
      <span class="share-figure">{showPoints(points)}</span>
      <span class="share-track" aria-hidden="true">
        <span class="share-fill" style={{ width: `${Math.min(100, (points ?? 0) / 100)}%` }} />
      </span>
    </div>
  );
}

function registerHref(regencyCode: string, asOf: Day, status?: RatStatusName, bookYear?: number): string {
  const given = {
    kab: regencyCode,
    ...(asOf === today() ? {} : { per: asOf }),
    ...(status && bookYear !== undefined ? { rat: status, tb: String(bookYear) } : {}),
  };
  return `/kantor/register?${new URLSearchParams(given)}`;
}
