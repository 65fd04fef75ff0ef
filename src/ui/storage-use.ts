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

/** 1234567 → '1,2 MB'. */
export function showBytes(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  return `${(bytes / Number(size)).toFixed(1).replace('.', ',')} ${unit}`;
}
