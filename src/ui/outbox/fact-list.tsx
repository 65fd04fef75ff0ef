/** Groups of facts as rows, with the cooperative each is about. */
import type { ComponentChildren } from 'preact';
import type { OutboxFact } from '../../data/database.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { factWords } from '../fact-words.ts';
import { Item, List } from '../kit/list.tsx';
import { useLive } from '../use-live.ts';
import { cooperativeIdOf, type FactGroup, groupHref } from './fact-groups.ts';

/** The cooperative of each group by the group's key; a group that is not in it is still being looked for. */
export function useCooperatives(groups: readonly FactGroup[]): ReadonlyMap<string, string | undefined> {
  const { db } = useApp();
  const question = groups.map(({ key }) => key).join();
  const found = useLive(
    () =>
      Promise.all(
        groups.map(async ({ key, facts }) => {
          const first = facts[0] as OutboxFact;
          return [key, await cooperativeIdOf(db, first.fact)] as const;
        }),
      ),
    [db, question],
    { keep: true },
  );
  return new Map(found.value ?? []);
}

export function useNameOf(): (cooperativeId: string | undefined) => string | undefined {
  const register = useApp().register.value;
  return (cooperativeId) => {
    const entry = cooperativeId === undefined ? undefined : register?.byId.get(cooperativeId);
    return entry && cooperativeTitle(entry.cooperative);
  };
}

export interface FactListProps {
  label: string;
  groups: readonly FactGroup[];
  detail: (group: FactGroup) => string;
  side?: (group: FactGroup) => ComponentChildren;
}

export function FactList({ label, groups, detail, side }: FactListProps) {
  const cooperatives = useCooperatives(groups);
  const nameOf = useNameOf();
  return (
    <List rows={groups} keyOf={({ key }) => key} label={label}>
      {(group) => {
        const cooperativeId = cooperatives.get(group.key);
        const href = groupHref(group, cooperativeId);
        const first = group.facts[0] as OutboxFact;
        return (
          <Item
            title={cooperatives.has(group.key) ? factWords(first.fact, nameOf(cooperativeId), group.facts.length) : '…'}
            detail={detail(group)}
            side={side?.(group)}
            {...(href ? { href } : {})}
          />
        );
      }}
    </List>
  );
}
