/** The areas of the tablet by their code: regencies and districts as people call them. */
import { useMemo } from 'preact/hooks';
import type { FieldDatabase } from '../data/database.ts';
import { readAll } from '../data/rows.ts';
import type { Area } from '../domain/area.ts';
import { useLive } from './use-live.ts';

/** Empty until the first exchange has brought them. */
export function useAreas(db: FieldDatabase): Area[] {
  const { value } = useLive(() => readAll(db, 'area'), [db]);
  return useMemo(() => (value ?? []).map((row) => row.data).sort((one, other) => (one.code < other.code ? -1 : 1)), [value]);
}

export const areaNameOf = (areas: readonly Area[], code: string): string => areas.find((area) => area.code === code)?.name ?? code;
