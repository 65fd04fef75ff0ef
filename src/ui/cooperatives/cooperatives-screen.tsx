/** Koperasi: the whole register, searched as one types; what narrows it stands in the page's address. */
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Register, RegisterEntry } from '../../data/register.ts';
import { useApp } from '../app-context.ts';
import { cooperativePlace, cooperativeTitle } from '../cooperative-title.ts';
import { FirstSync } from '../first-sync.tsx';
import { isNarrow } from '../is-narrow.ts';
import { Chip } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { Item } from '../kit/list.tsx';
import { EmptyState, Loading } from '../kit/page-state.tsx';
import { SearchField } from '../kit/text-field.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { Shell } from '../shell.tsx';
import { standingOf, today } from '../standing.ts';
import { ActivityBadge, LegalBadge, RatBadge, standingWords } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { addressOf, type CooperativeFilter, entriesFound, filterCount, filterFrom } from './cooperative-filter.ts';
import { cooperativesWords } from './cooperatives-words.ts';
import './cooperatives.css';
import { FilterDialog } from './filter-dialog.tsx';

export function CooperativesScreen() {
  const words = useWords(cooperativesWords);
  const register = useApp().register.value;
  return (
    <Shell title={words.title}>
      <FirstSync />
      {register === undefined ? <Loading /> : register.entries.length > 0 && <Searched register={register} />}
    </Shell>
  );
}

function Searched({ register }: { register: Register }) {
  const words = useWords(cooperativesWords);
  const general = useWords();
  const { query, route } = useLocation();
  const filter = filterFrom(query);
  const asOf = today();
  const [choosing, setChoosing] = useState(false);
  const address = addressOf(filter);
  const found = useMemo(() => entriesFound(register, filter, asOf), [register, address, asOf]);
  const change = (changed: Partial<CooperativeFilter>) => route(addressOf({ ...filter, ...changed }), true);
  const set = filterCount(filter);
  const count = showCount(found.length);
  return (
    <>
      <div class="stack tight">
        <SearchField label={words.search} value={filter.query} onValue={(typed) => change({ query: typed })} found={general.found(count)} />
        <div class="chips filter-line">
          <Button icon="filter" onClick={() => setChoosing(true)}>
            {set > 0 ? `${words.filter} (${showCount(set)})` : words.filter}
          </Button>
          <FilterChips filter={filter} onChange={change} />
        </div>
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.nothing.title}
          action={set > 0 && <Button onClick={() => route(addressOf({ query: filter.query }), true)}>{words.clear}</Button>}
        >
          {words.nothing.body}
        </EmptyState>
      ) : (
        <VirtualList label={words.list} rows={found} keyOf={(entry) => entry.id} rowHeight={isNarrow.value ? 118 : 80} name="cooperatives">
          {(entry) => <EntryItem register={register} entry={entry} asOf={asOf} />}
        </VirtualList>
      )}
      {choosing && <FilterDialog register={register} filter={filter} found={count} onChange={change} onClose={() => setChoosing(false)} />}
    </>
  );
}

/** The filters most asked for, one tap away. */
function FilterChips({ filter, onChange }: { filter: CooperativeFilter; onChange: (changed: Partial<CooperativeFilter>) => void }) {
  const words = useWords(standingWords);
  return (
    <>
      {(['due', 'missed', 'heldUnverified'] as const).map((rat) => (
        <Chip key={rat} pressed={filter.rat === rat} onToggle={() => onChange({ rat: filter.rat === rat ? undefined : rat })}>
          {words.rat[rat]}
        </Chip>
      ))}
    </>
  );
}

function EntryItem({ register, entry, asOf }: { register: Register; entry: RegisterEntry; asOf: string }) {
  const { cooperative } = entry;
  const place = [cooperativePlace(cooperative), cooperative.legalEntityNumber].filter(Boolean).join(' · ');
  const marks = (
    <span class="entry-marks">
      <Marks register={register} entry={entry} asOf={asOf} />
    </span>
  );
  const detail = (
    <>
      <span class="entry-place">{place}</span>
      {marks}
    </>
  );
  const shown = isNarrow.value ? { detail } : { detail: place, side: marks };
  return <Item clipped="roomy" href={`/koperasi/${entry.id}`} title={cooperativeTitle(cooperative)} {...shown} />;
}

/** What is dissolved has no other status worth a look. */
function Marks({ register, entry, asOf }: { register: Register; entry: RegisterEntry; asOf: string }) {
  const { legalStatus } = entry.cooperative;
  if (legalStatus !== 'active') return <LegalBadge status={legalStatus} />;
  const standing = standingOf(register, entry, asOf);
  if (!standing) return null;
  return (
    <>
      <ActivityBadge status={standing.activity.status} />
      <RatBadge status={standing.rat.status} />
    </>
  );
}
