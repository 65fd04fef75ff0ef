/** The ways to the papers of a sealed meeting, wherever it is spoken of. */
import { LinkButton } from '../kit/button.tsx';
import type { IconName } from '../kit/icon.tsx';
import { type MeetingPart, partHref } from '../meeting/meeting-links.ts';
import { useWords } from '../words/words.ts';
import { minutesWords } from './minutes-words.ts';
import type { MinutesRoute } from './use-minutes.tsx';

export type PaperPart = Extract<MeetingPart, 'berita-acara' | 'lembar-notulen' | 'daftar-hadir'>;

export interface PaperLinksProps extends MinutesRoute {
  /** The one that is on the screen already. */
  except?: PaperPart;
  /** The one that is asked for first. */
  primary?: PaperPart;
}

export function PaperLinks({ cooperativeId, meetingId, except, primary }: PaperLinksProps) {
  const words = useWords(minutesWords);
  const papers: readonly [part: PaperPart, name: string, icon: IconName][] = [
    ['berita-acara', words.toDocument, 'document'],
    ['lembar-notulen', words.toNotes, 'pen'],
    ['daftar-hadir', words.toAttendance, 'table'],
  ];
  return (
    <>
      {papers
        .filter(([part]) => part !== except)
        .map(([part, name, icon]) => (
          <LinkButton
            key={part}
            icon={icon}
            look={part === primary ? 'primary' : 'secondary'}
            href={partHref(cooperativeId, meetingId, part)}
          >
            {name}
          </LinkButton>
        ))}
    </>
  );
}
