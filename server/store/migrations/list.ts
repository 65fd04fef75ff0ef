// Every change of the tables, in order; one that has been released is never edited.

import type { Migration } from 'kysely';
import { first } from './0001-first.ts';
import { views } from './0002-views.ts';
import { proof } from './0003-proof.ts';
import { files } from './0004-files.ts';
import { limits } from './0005-limits.ts';
import { rescue } from './0006-rescue.ts';
import { checks } from './0007-checks.ts';
import { cancelled } from './0008-cancelled.ts';

export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-views': views,
  '0003-proof': proof,
  '0004-files': files,
  '0005-limits': limits,
  '0006-rescue': rescue,
  '0007-checks': checks,
  '0008-cancelled': cancelled,
};
