/** Verifikasi: the RATs that wait for the office's word, the oldest first, each with what is worth a look. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Register } from '../../data/register.ts';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Select } from '../kit/choice-list.tsx';
import { showCount, showShortDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Pager } from '../kit/table.tsx';
import { Shell } from '../shell.tsx';
import { today } from '../standing.ts';
import { useWords } from '../words/words.ts';
import './verification.css';
import { useOfficerName } from './officer-names.ts';
import { useLoaded } from './use-loaded.ts';
import { daysBetween, readQueue, type WaitingRat, waitingHref } from './verification-queue.ts';
import { flagLabel, toneOf, verificationWords } from './verification-words.ts';

const pageSize = 50;

export function VerificationQueueScreen() {
  const words = useWords(verificationWords);
  const register = useApp().register.value;
  return <Shell title={words.title}>{register ? <Read unsettled={register.unsettled} /> : <Loading />}</Shell>;
}

function Read({ unsettled }: Pick<Register, 'unsettled'>) {
  const { db } = useApp();
  const { value, error, retry } = useLoaded(() => readQueue(db, unsettled), [db, unsettled]);
  if (error) return <ErrorState onRetry={retry} />;
  return value === undefined ? <Loading /> : <Queue waiting={value} />;
}

function Queue({ waiting }: { waiting: readonly WaitingRat[] }) {
  const words = useWords(verificationWords);
  const areas = useAreas(useApp().db);
  const { query, route } = useLocation();
  const [page, setPage] = useState(0);
  const nameOf = useOfficerName();
  const regency = query.kab;
  const regencies = [...new Set(waiting.map(({ area }) => area))].sort();
  const found = regency === undefined ? waiting : waiting.filter(({ area }) => area === regency);
  if (waiting.length === 0) {
    return (
      <EmptyState icon="check" title={words.empty.title}>
        {words.empty.body}
      </EmptyState>
    );
  }
  const show = (chosen: string | undefined) => {
    setPage(0);
    route(chosen ? `/kantor/verifikasi?kab=${chosen}` : '/kantor/verifikasi', true);
  };
  return (
    <>
      {(regencies.length > 1 || regency !== undefined) && (
        <div class="one-filter">
          <Select
            label={words.regency}
            blank={words.every}
            value={regency}
            onValue={show}
            choices={[...new Set([...regencies, ...(regency ? [regency] : [])])].map((value) => ({
              value,
              label: `${areaNameOf(areas, value)} (${showCount(waiting.filter(({ area }) => area === value).length)})`,
            }))}
          />
        </div>
      )}
      <output class="found">{words.count(showCount(found.length))}</output>
      {found.length === 0 ? (
        <EmptyState icon="check" title={words.emptyRegency.title}>
          {words.emptyRegency.body}
        </EmptyState>
      ) : (
        <>
          <List label={words.queue} rows={found.slice(page * pageSize, (page + 1) * pageSize)} keyOf={(rat) => rat.meetingId}>
            {(rat) => <WaitingItem rat={rat} regency={areaNameOf(areas, rat.area)} officer={nameOf(rat.recordedBy)} />}
          </List>
          {found.length > pageSize && <Pager page={page} pageSize={pageSize} count={found.length} onPage={setPage} />}
        </>
      )}
    </>
  );
}

function WaitingItem({ rat, regency, officer }: { rat: WaitingRat; regency: string; officer: string }) {
  const words = useWords(verificationWords);
  const days = daysBetween(rat.waitingSince, today());
  const details = [words.bookYears(rat.meeting.bookYears.join(', ')), words.heldOn(showShortDay(rat.heldOn)), words.recordedBy(officer)];
  return (
    <Item
      href={waitingHref(rat)}
      title={cooperativeTitle(rat.cooperative)}
      detail={
        <>
          <span class="waiting-place">
            {regency} · {details.join(' · ')}
          </span>
          {rat.flags.length > 0 && (
            <span class="waiting-flags">
              {rat.flags.map((flag) => (
                <StatusBadge key={JSON.stringify(flag)} tone={toneOf(flag)} icon={toneOf(flag) === 'info' ? 'info' : 'warning'}>
                  {flagLabel(flag, words)}
                </StatusBadge>
              ))}
            </span>
          )}
        </>
      }
      side={<span class="waiting-age">{words.age(days)}</span>}
    />
  );
}
