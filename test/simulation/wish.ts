// A wish of an officer, and what it is made of.
import type { FieldDatabase } from '../../src/data/database.ts';
import type { TakenFile } from '../../src/data/files.ts';
import type { Act } from '../../src/data/record.ts';
import type { FileReference } from '../../src/domain/file.ts';
import type { Random } from '../support/random.ts';
import type { SimOfficer } from './beginning.ts';

export interface Wish {
  acts: Act[];
  /** A photo that is taken for a draft before the acts complete it. */
  photo?: { draft: { key: string; kind: 'visit'; cooperativeId: string; content: unknown }; taken: TakenFile };
  files?: (TakenFile & { reference: FileReference })[];
}

export interface Asked {
  random: Random;
  /** By the tablet's clock, and as it is. */
  now: number;
  today: number;
  photos: boolean;
  officer: SimOfficer;
}

/** In whose area the officer records: where the tablet shows the cooperative. */
export interface Place extends Asked {
  db: FieldDatabase;
  area: string;
}

export type Wishing = (place: Place) => Promise<Wish | undefined>;
export const alone = (act: Act): Wish => ({ acts: [act] });

/** How often each is wished for, and by whom where not by everybody. */
export type Weighted = [weight: number, wishing: Wishing, by?: 'office'];
