/** The berita acara and the notulen of a sealed meeting, each as a page of its own. */
import { useMemo } from 'preact/hooks';
import { meetingStateOf } from '../../domain/rat-meeting.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import type { Paper } from '../paper/paper.ts';
import { PaperPage } from '../paper/paper-page.tsx';
import type { PaperSetting } from '../paper/paper-setting.ts';
import { usePaperSetting } from '../paper/use-paper-setting.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { type MinutesPaperSources, minutesPaperOf } from './minutes-paper.ts';
import type { MinutesSources } from './minutes-sources.ts';
import { minutesWords } from './minutes-words.ts';
import { notesPaperOf } from './notes-paper.ts';
import { PaperLinks, type PaperPart } from './paper-links.tsx';
import { useAmendingOfficers } from './use-amending-officers.ts';
import { MinutesPage, type MinutesRoute } from './use-minutes.tsx';

export function MinutesDocument(route: MinutesRoute) {
  return <SealedDocument route={route} part="berita-acara" paperOf={minutesPaperOf} />;
}

export function NotesDocument(route: MinutesRoute) {
  return <SealedDocument route={route} part="lembar-notulen" paperOf={notesPaperOf} />;
}

interface SealedDocumentProps {
  route: MinutesRoute;
  part: PaperPart;
  paperOf: (sources: MinutesPaperSources, setting: PaperSetting) => Paper;
}

function SealedDocument({ route, part, paperOf }: SealedDocumentProps) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId } = route;
  const title = part === 'berita-acara' ? words.documentTitle : words.notesTitle;
  return (
    <MinutesPage {...route} title={title}>
      {({ sources }) =>
        sources.minutes ? (
          <Sealed sources={{ ...sources, minutes: sources.minutes }} title={title} part={part} paperOf={paperOf} />
        ) : (
          <Shell title={title} back={meetingHref(cooperativeId, meetingId)}>
            <EmptyState
              title={words.noDocument}
              action={<LinkButton href={partHref(cooperativeId, meetingId, 'notulen')}>{words.toMinutes}</LinkButton>}
            >
              {words.noDocumentBody}
            </EmptyState>
          </Shell>
        )
      }
    </MinutesPage>
  );
}

interface SealedProps extends Pick<SealedDocumentProps, 'part' | 'paperOf'> {
  sources: MinutesSources & Pick<MinutesPaperSources, 'minutes'>;
  title: string;
}

function Sealed({ sources, title, part, paperOf }: SealedProps) {
  const words = useWords(minutesWords);
  const setting = usePaperSetting(sources.minutes.heldOn);
  const { cooperativeId, meetingId, minutes, meeting, cooperative } = sources;
  const officerNames = useAmendingOfficers(minutes);
  const paper = useMemo(
    () => paperOf({ minutes, meeting, cooperative, officerNames }, setting),
    [paperOf, minutes, meeting, cooperative, officerNames, setting],
  );
  return (
    <PaperPage
      title={title}
      back={meetingHref(cooperativeId, meetingId)}
      paper={paper}
      links={
        <>
          <PaperLinks cooperativeId={cooperativeId} meetingId={meetingId} except={part} />
          {meetingStateOf(meeting) === 'returned' && (
            <LinkButton icon="pen" href={partHref(cooperativeId, meetingId, 'notulen')}>
              {words.amend}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
