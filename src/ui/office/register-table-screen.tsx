/** Register: every cooperative as of a day in one table, narrowed, sorted, in the columns that are wanted, and as a file. */
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Register } from '../../data/register.ts';
import { readAll } from '../../data/rows.ts';
import { policyAt } from '../../domain/policy.ts';
import { useApp } from '../app-context.ts';
import { useAreas } from '../area-names.ts';
import { FirstSync } from '../first-sync.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { CheckList } from '../kit/choice-list.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { EmptyState, Loading } from '../kit/page-state.tsx';
import { DataTable, Pager } from '../kit/table.tsx';
import { SearchField } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { csvOf } from './csv.ts';
import { downloadText } from './download.ts';
import { figuresIndexOf, latestFigures } from './latest-figures.ts';
import './register-table.css';
import { officeWords } from './office-words.ts';
import { type ColumnWords, labelOf, registerCells, tableColumn } from './register-columns.tsx';
import { filtersSet, nothingFiltered, RegisterFilters, SetFilters } from './register-filters.tsx';
import { registerLines } from './register-line.ts';
import {
  changedQuery,
  choicesIn,
  columnKeys,
  linesFound,
  pageSize,
  type RegisterQuery,
  registerAddress,
  registerQueryFrom,
  sortedLines,
  usualColumns,
} from './register-query.ts';
import { useLoaded } from './use-loaded.ts';

export function RegisterTableScreen() {
  const words = useWords(officeWords).register;
  const register = useApp().register.value;
  return (
    <Shell title={words.title} wide>
      {register === undefined ? <Loading /> : register.entries.length === 0 ? <FirstSync /> : <Asked register={register} />}
    </Shell>
  );
}

const figureColumns: readonly string[] = ['members', 'assets', 'shu'];

function Asked({ register }: { register: Register }) {
  const office = useWords(officeWords);
  const words = office.register;
  const standing = useWords(standingWords);
  const { query: asked, route } = useLocation();
  const day = today();
  const query = registerQueryFrom(asked, day);
  const change = (changed: Partial<RegisterQuery>) => route(registerAddress(changedQuery(query, changed), day), true);
  const [filtering, setFiltering] = useState(() => matchMedia('(min-width: 1100px) and (min-height: 900px)').matches);
  const [choosing, setChoosing] = useState(false);

  const regencyNames = useRegencyNames();
  const nameOf = (code: string) => regencyNames.get(code) ?? code;
  const { lines, figuresState } = useLines(register, query, regencyNames);
  const address = registerAddress({ ...query, page: 0 }, day);
  const { found, dissolved } = useMemo(() => {
    const { found: unsorted, dissolved: left } = linesFound(lines, query);
    return { found: sortedLines(unsorted, query.sort), dissolved: left };
  }, [lines, address]);
  const choices = useMemo(() => choicesIn(lines, query.regency), [lines, query.regency]);

  const policy = policyAt(register.policies, query.asOf);
  const columnWords: ColumnWords = {
    office,
    standing,
    bookYear: query.bookYear,
    reprimandFrom: policy?.parameters.missedYearsForReprimand,
  };
  const page = Math.min(query.page, Math.max(0, Math.ceil(found.length / pageSize) - 1));
  const set = filtersSet(query);
  const download = () => {
    const { headings, rows } = registerCells(found, query.columns, columnWords);
    const name = `${words.fileName(query.asOf)}.csv`;
    downloadText(name, csvOf(headings, rows));
    showToast({ text: office.downloaded(name) });
  };

  return (
    <div class="stack">
      <div class="asking">
        <SearchField label={words.search} value={query.words} onValue={(typed) => change({ words: typed })} />
        <div class="row">
          <Button icon="filter" pressed={filtering} onClick={() => setFiltering(!filtering)}>
            {set > 0 ? words.filterCount(showCount(set)) : words.filter}
          </Button>
          <Button icon="table" onClick={() => setChoosing(true)}>
            {words.columns}
          </Button>
          <Button icon="download" disabled={found.length === 0} onClick={download}>
            {office.downloadCsv}
          </Button>
        </div>
      </div>
      {filtering && <RegisterFilters query={query} choices={choices} nameOf={nameOf} onChange={change} />}
      {set > 0 && <SetFilters query={query} nameOf={nameOf} onChange={change} />}
      {!policy && (
        <Banner tone="warn" title={office.noPolicy.title}>
          {office.noPolicy.body}
        </Banner>
      )}
      <div class="row tight-row">
        <output class="found">{words.count(showCount(found.length), showDay(query.asOf))}</output>
        {dissolved > 0 && (
          <span class="muted small">
            {words.dissolvedHidden(showCount(dissolved))}{' '}
            <button type="button" class="link" onClick={() => change({ legal: 'all' })}>
              {words.dissolvedShow}
            </button>
          </span>
        )}
        {figuresState !== 'read' && query.columns.some((key) => figureColumns.includes(key)) && (
          <span class="muted small">{figuresState === 'failed' ? words.figuresFailed : words.figuresLoading}</span>
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.nothing.title}
          action={
            (set > 0 || query.words !== '') && <Button onClick={() => change({ ...nothingFiltered, words: '' })}>{words.clear}</Button>
          }
        >
          {words.nothing.body}
        </EmptyState>
      ) : (
        <div class="register-table">
          <DataTable
            caption={words.table}
            columns={query.columns.map((key) => tableColumn(key, columnWords))}
            rows={found.slice(page * pageSize, (page + 1) * pageSize)}
            keyOf={(line) => line.id}
            sort={query.sort}
            onSort={(sort) => change({ sort })}
          />
          <Pager page={page} pageSize={pageSize} count={found.length} onPage={(next) => change({ page: next })} />
        </div>
      )}
      {choosing && <ColumnsDialog query={query} words={columnWords} onChange={change} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function useRegencyNames(): ReadonlyMap<string, string> {
  const areas = useAreas(useApp().db);
  return useMemo(() => new Map(areas.map(({ code, name }) => [code, name])), [areas]);
}

/** The lines as of the day; the figures join them when they have been read. */
function useLines(register: Register, { asOf, bookYear }: RegisterQuery, regencyNames: ReadonlyMap<string, string>) {
  const { db } = useApp();
  const figures = useLoaded(async () => figuresIndexOf((await readAll(db, 'yearlyFigures')).map((row) => row.data)), [db, register]);
  const bare = useMemo(() => registerLines(register, { asOf, bookYear }, regencyNames), [register, asOf, bookYear, regencyNames]);
  const index = figures.value;
  const lines = useMemo(
    () =>
      index
        ? bare.map((line) => ({ ...line, figures: latestFigures(index.get(line.id), asOf, line.entry.cooperative.bookYearEndMonth) }))
        : bare,
    [bare, index, asOf],
  );
  return { lines, figuresState: figures.error ? 'failed' : index ? 'read' : 'loading' };
}

interface ColumnsDialogProps {
  query: RegisterQuery;
  words: ColumnWords;
  onChange: (changed: Partial<RegisterQuery>) => void;
  onClose: () => void;
}

function ColumnsDialog({ query, words, onChange, onClose }: ColumnsDialogProps) {
  const { register } = words.office;
  const general = useWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={register.columnsTitle}
      actions={
        <>
          <Button onClick={() => onChange({ columns: usualColumns })}>{register.columnsUsual}</Button>
          <Button look="primary" onClick={onClose}>
            {general.done}
          </Button>
        </>
      }
    >
      <CheckList
        label={register.columns}
        hint={register.columnsHint}
        choices={columnKeys.map((value) => ({ value, label: labelOf(value, words), disabled: value === 'name' }))}
        value={query.columns}
        onValue={(chosen) => onChange({ columns: columnKeys.filter((key) => key === 'name' || chosen.includes(key)), page: query.page })}
      />
    </Dialog>
  );
}
