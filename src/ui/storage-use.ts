/** How full the tablet's storage is, as far as the browser tells. */
import { useEffect, useState } from 'preact/hooks';

export interface StorageUse {
  usedBytes: number;
  quotaBytes: number;
  /** Whether the browser promised not to throw the data away. */
  isKept: boolean;
}

const everyMs = 10 * 60_000;

/** From this share of the quota on the officer is warned. */
export const warnFrom = 0.8;

export const shareOf = (use: StorageUse): number => (use.quotaBytes > 0 ? use.usedBytes / use.quotaBytes : 0);

/** Undefined where the browser does not say. */
export function useStorageUse(): StorageUse | undefined {
  const [use, setUse] = useState<StorageUse | undefined>(undefined);
  useEffect(() => {
    const ask = () =>
      void readStorageUse().then(setUse, () => {
        setUse(undefined);
      });
    ask();
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, []);
  return use;
}

async function readStorageUse(): Promise<StorageUse | undefined> {
  const estimate = await navigator.storage?.estimate?.();
  if (estimate?.usage === undefined || estimate.quota === undefined) return undefined;
  return { usedBytes: estimate.usage, quotaBytes: estimate.quota, isKept: (await navigator.storage.persisted?.()) ?? false };
}
