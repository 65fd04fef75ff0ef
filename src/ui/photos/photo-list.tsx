/** The photos of a record, with how many of them the office has. */
import type { HeldFile } from '../../data/database.ts';
import { filesOf } from '../../data/held-files.ts';
import type { FileReference } from '../../domain/file.ts';
import { useApp } from '../app-context.ts';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { showCount, showShare } from '../kit/figures.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { PhotoPicture } from './photo-picture.tsx';
import { photoWords } from './photo-words.ts';
import './photos.css';

export interface PhotoListProps {
  /** The record's row key. */
  owner: string;
  files: readonly FileReference[];
  /** SHA-256 of those that the office says it has. */
  atOffice: readonly string[] | undefined;
  eager?: boolean;
}

export type PhotoState = 'atOffice' | 'unsent' | 'refused' | 'elsewhere';

/** The office's word counts first; then what this tablet holds; a photo of another tablet is still there. */
export function photoStateOf(sha256: string, atOffice: readonly string[] = [], held?: Pick<HeldFile, 'state'>): PhotoState {
  if (atOffice.includes(sha256) || held?.state === 'atOffice') return 'atOffice';
  return held?.state === 'refused' ? 'refused' : held ? 'unsent' : 'elsewhere';
}

const tones: Record<PhotoState, Tone> = { atOffice: 'good', unsent: 'warn', refused: 'bad', elsewhere: 'info' };

export function PhotoList({ owner, files, atOffice, eager = false }: PhotoListProps) {
  const words = useWords(photoWords);
  const { db } = useApp();
  const held = useLive(() => filesOf(db, owner), [db, owner]).value;
  if (files.length === 0 || !held) return null;
  const own = new Map(held.map((file) => [file.sha256, file]));
  const states = files.map(({ sha256 }) => photoStateOf(sha256, atOffice, own.get(sha256)));
  const arrived = states.filter((state) => state === 'atOffice').length;
  return (
    <div class="stack tight">
      <PhotoMeter arrived={arrived} all={files.length} />
      {arrived < files.length && <p class="small muted">{states.includes('elsewhere') ? words.incompleteOfOther : words.incomplete}</p>}
      <ul class="photos">
        {files.map((file, place) => {
          const state = states[place] ?? 'elsewhere';
          const mine = own.get(file.sha256);
          const name = file.caption ? words.photoOf(String(place + 1), file.caption) : words.photo(String(place + 1));
          return (
            <li key={file.sha256}>
              <PhotoPicture file={file} name={name} eager={eager} atOffice={state === 'atOffice'} />
              <span class="small">{name}</span>
              <StatusBadge tone={tones[state]}>{stateWords(state, mine, words)}</StatusBadge>
              {mine?.refusal && state === 'refused' && <span class="small">{words.refusals[mine.refusal]}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function PhotoMeter({ arrived, all }: { arrived: number; all: number }) {
  const words = useWords(photoWords);
  return (
    <p class="row">
      <meter aria-label={words.meter} min={0} max={all} value={arrived} />
      <span class="figure">{words.atOffice(showCount(arrived), showCount(all))}</span>
    </p>
  );
}

function stateWords(state: PhotoState, held: HeldFile | undefined, words: typeof photoWords.id): string {
  const { offset = 0, bytes = 1 } = held ?? {};
  return state === 'unsent' && offset > 0 ? words.states.sending(showShare(offset / bytes)) : words.states[state];
}
