// One thing that happened in the demo province, by whom and when; nobody means the office's own system.
import type { BodyOf, FactTypeName } from '../../src/domain/fact-types.ts';
import type { Role } from '../../src/domain/officer.ts';

export type DemoAct = {
  [T in FactTypeName]: { type: T; id: string; area: string; body: BodyOf<T>; at: number; officerId?: string };
}[FactTypeName];

export interface DemoOfficer {
  id: string;
  name: string;
  role: Role;
  areas: readonly string[];
}

export const hourMs = 3_600_000;
export const minuteMs = 60_000;
