/** What this tablet knows of the office that its papers are made for. */
import { useMemo } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import type { PaperSetting } from './paper-setting.ts';

/** The same object for as long as it says the same. */
export function usePaperSetting(): PaperSetting {
  const { isDemo } = useApp().session;
  return useMemo(() => ({ isDemo, office: [], origin: location.origin }), [isDemo]);
}
