/** The Berita Acara RAT as a page for A4 (domain section 1.5): what was sealed, with its signatures and whatever was amended since. */
import type { Cooperative } from '../../domain/cooperative.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { meetingStateOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { PrintButton } from '../kit/sheet.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { DocumentAmendments } from './document-amendments.tsx';
import { Agenda, Decisions, Elected, Notes } from './document-decisions.tsx';
import { Budget, RatifiedFigures, Shares } from './document-figures.tsx';
import { DocumentSheet, LanguageNote } from './document-frame.tsx';
import { Opening, PresenceTable, Title } from './document-opening.tsx';
import { Seal, Signatures } from './document-signatures.tsx';
import { minutesWords } from './minutes-words.ts';
import { MinutesPage, type MinutesRoute } from './use-minutes.tsx';

export function MinutesDocument(route: MinutesRoute) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId } = route;
  return (
    <MinutesPage {...route} title={words.documentTitle}>
      {({ sources: { minutes, meeting, cooperative } }) => (
        <Shell
          title={words.documentTitle}
          back={meetingHref(cooperativeId, meetingId)}
          actions={
            minutes && (
              <>
                <PrintButton />
                <LinkButton icon="table" href={partHref(cooperativeId, meetingId, 'daftar-hadir')}>
                  {words.toAttendance}
                </LinkButton>
                {meetingStateOf(meeting) === 'returned' && (
                  <LinkButton icon="pen" href={partHref(cooperativeId, meetingId, 'notulen')}>
                    {words.amend}
                  </LinkButton>
                )}
              </>
            )
          }
        >
          {minutes ? (
            <>
              <LanguageNote />
              <MinutesView minutes={minutes} meeting={meeting} cooperative={cooperative} />
            </>
          ) : (
            <EmptyState
              title={words.noDocument}
              action={<LinkButton href={partHref(cooperativeId, meetingId, 'notulen')}>{words.toMinutes}</LinkButton>}
            >
              {words.noDocumentBody}
            </EmptyState>
          )}
        </Shell>
      )}
    </MinutesPage>
  );
}

export interface MinutesViewProps {
  minutes: Minutes;
  meeting: RatMeeting;
  cooperative: Cooperative;
}

/** The document alone, without the screen's frame: also what the office reads before it verifies. */
export function MinutesView({ minutes, meeting, cooperative }: MinutesViewProps) {
  return (
    <DocumentSheet title="Berita acara" cooperative={cooperative} identity={minutes.identity}>
      <Title minutes={minutes} meeting={meeting} />
      <Opening minutes={minutes} meeting={meeting} cooperative={cooperative} />
      <PresenceTable minutes={minutes} meeting={meeting} />
      <Agenda agenda={minutes.agenda} />
      <Decisions decisions={minutes.decisions} present={minutes.presence.voters} />
      <RatifiedFigures ratified={minutes.ratified} />
      <Shares minutes={minutes} />
      <Budget minutes={minutes} />
      <Elected elected={minutes.elected} />
      <Signatures minutes={minutes} />
      <Seal minutes={minutes} />
      <DocumentAmendments minutes={minutes} />
      <Notes notes={minutes.discussionNotes} />
    </DocumentSheet>
  );
}
