/** Every cooperative of the officer's areas with something that two officers wrote differently and nobody has decided. */
import { openConflicts } from '../../data/conflicts.ts';
import { readSetting } from '../../data/settings.ts';
import { useApp } from '../app-context.ts';
import { areaNameOf, useAreas } from '../area-names.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { showCount } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { useLoaded } from '../office/use-loaded.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';

export function ConflictListScreen() {
  const words = useWords(conflictWords).list;
  const { db, register } = useApp();
  const areas = useAreas(db);
  // The whole province is looked through once after each exchange, not after each row.
  const exchanged = useLive(async () => (await readSetting(db, 'sync'))?.lastSuccessAt, [db], { keep: true }).value;
  const { value, error, retry } = useLoaded(() => openConflicts(db), [db, exchanged]);
  return (
    <Shell title={words.title}>
      {error && <ErrorState onRetry={retry} />}
      {!value && !error && <Loading label={words.looking} />}
      {value?.length === 0 && (
        <EmptyState icon="check" title={words.none}>
          {words.noneBody}
        </EmptyState>
      )}
      {value && value.length > 0 && (
        <>
          <p>{words.intro}</p>
          <output class="found">{words.count(showCount(value.length))}</output>
          <List label={words.label} rows={value} keyOf={({ cooperativeId }) => cooperativeId}>
            {({ cooperativeId, area, count }) => {
              const entry = register.value?.byId.get(cooperativeId);
              return (
                <Item
                  href={`/koperasi/${cooperativeId}/perbedaan`}
                  title={entry ? cooperativeTitle(entry.cooperative) : words.unknown}
                  detail={areaNameOf(areas, area)}
                  side={
                    <StatusBadge tone="warn" icon="warning">
                      {words.open(showCount(count))}
                    </StatusBadge>
                  }
                />
              );
            }}
          </List>
        </>
      )}
    </Shell>
  );
}
