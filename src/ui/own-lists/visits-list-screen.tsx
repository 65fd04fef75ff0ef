/** Kunjungan: the visits of the officer, begun and finished. */
import { useMemo, useState } from 'preact/hooks';
import { draftsOf } from '../../data/drafts.ts';
import { readAll } from '../../data/rows.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { fieldValue } from '../field-words.ts';
import { isNarrow } from '../is-narrow.ts';
import { Chip } from '../kit/badge.tsx';
import { LinkButton } from '../kit/button.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { Item } from '../kit/list.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { Shell } from '../shell.tsx';
import { DraftsSection } from '../today/drafts-section.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { ownListsWords } from './own-lists-words.ts';
import { visitsShown } from './record-lists.ts';

export function VisitsListScreen() {
  const words = useWords(ownListsWords);
  const general = useWords();
  const { db, session, register: registerSignal } = useApp();
  const register = registerSignal.value;
  const [mine, setMine] = useState(true);
  const drafts = useLive(() => draftsOf(db), [db]).value ?? [];
  const read = useLive(() => readAll(db, 'visit'), [db]);
  const visits = useMemo(() => read.value && visitsShown(read.value, mine ? session.officer.id : undefined), [read.value, mine, session]);
  return (
    <Shell title={words.visits}>
      <div class="row apart">
        <p class="muted">{words.visitsHow}</p>
        <LinkButton icon="cooperative" href="/koperasi">
          {words.toCooperatives}
        </LinkButton>
      </div>
      <DraftsSection drafts={drafts.filter(({ kind }) => kind === 'visit')} register={register} />
      <div class="row apart">
        <Chip pressed={mine} onToggle={() => setMine(!mine)}>
          {words.mine}
        </Chip>
        {visits && <span class="small muted">{general.found(showCount(visits.length))}</span>}
      </div>
      {read.error && <ErrorState onRetry={read.retry} />}
      {!visits && !read.error && <Loading />}
      {visits?.length === 0 && (
        <EmptyState icon="visit" title={words.noVisits.title}>
          {words.noVisits.body}
        </EmptyState>
      )}
      {visits && visits.length > 0 && (
        <VirtualList label={words.visitList} rows={visits} keyOf={({ id }) => id} rowHeight={isNarrow.value ? 88 : 76} name="visits">
          {({ id, data }) => {
            const entry = register?.byId.get(data.cooperativeId);
            return (
              <Item
                clipped="roomy"
                href={`/koperasi/${data.cooperativeId}/kunjungan/${id}`}
                title={entry ? cooperativeTitle(entry.cooperative) : '…'}
                detail={`${showDay(data.visitedOn)} · ${fieldValue('purpose', data.purpose)}`}
              />
            );
          }}
        </VirtualList>
      )}
    </Shell>
  );
}
