/** What this tablet knows of the office that its papers are made for. */
import { useMemo } from 'preact/hooks';
import { readPolicy } from '../../data/policies.ts';
import type { Day } from '../../domain/day.ts';
import { useApp } from '../app-context.ts';
import { useLive } from '../use-live.ts';
import type { PaperSetting } from './paper-setting.ts';

/** For a paper of that day; the same object for as long as it says the same. */
export function usePaperSetting(day: Day): PaperSetting {
  const { db, session } = useApp();
  const { isDemo } = session;
  const { value } = useLive(async () => (await readPolicy(db, day))?.letterhead?.join('\n') ?? '', [db, day]);
  return useMemo(() => ({ isDemo, office: value ? value.split('\n') : [], origin: location.origin }), [isDemo, value]);
}
