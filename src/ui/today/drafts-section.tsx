/** What the officer began and did not finish, one tap from going on. */
import type { Draft } from '../../data/database.ts';
import type { Register } from '../../data/register.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { draftHref } from '../draft-link.ts';
import { Section } from '../kit/card.tsx';
import { showCount, showRecent } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { todayWords } from './today-words.ts';

export function DraftsSection({ drafts, register }: { drafts: readonly Draft[]; register: Register | undefined }) {
  const words = useWords(todayWords);
  if (drafts.length === 0) return null;
  const latestFirst = [...drafts].sort((one, other) => other.savedAt - one.savedAt);
  const now = Date.now();
  return (
    <Section title={words.drafts} side={showCount(drafts.length)}>
      <List rows={latestFirst} keyOf={(draft) => draft.key} label={words.drafts}>
        {(draft) => {
          const entry = register?.byId.get(draft.cooperativeId);
          return (
            <Item
              href={draftHref(draft)}
              tone="warn"
              title={entry ? cooperativeTitle(entry.cooperative) : register ? words.unknownCooperative : '…'}
              detail={`${words.draftKinds[draft.kind]} · ${words.savedAt(showRecent(draft.savedAt, now))}`}
            />
          );
        }}
      </List>
    </Section>
  );
}
