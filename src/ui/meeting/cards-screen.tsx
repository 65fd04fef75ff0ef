/** Members' cards of a roster, to be printed and cut out. */
import { useMemo } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { PaperView } from '../paper/paper-view.tsx';
import { PdfButton, PdfShown } from '../paper/pdf-shown.tsx';
import { usePdf } from '../paper/use-pdf.ts';
import { scanWords } from '../scan/scan-words.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { cardsPaperOf } from './cards-paper.ts';
import { partHref } from './meeting-links.ts';
import { MeetingPage, type MeetingRoute, type RecordedMeeting } from './use-meeting.tsx';

export function CardsScreen(route: MeetingRoute) {
  const words = useWords(scanWords);
  return (
    <MeetingPage {...route} title={words.cards}>
      {(around) => <Cards around={around} />}
    </MeetingPage>
  );
}

function Cards({ around: { cooperative, meeting, roster } }: { around: RecordedMeeting }) {
  const words = useWords(scanWords);
  const { isDemo } = useApp().session;
  const members = roster?.data.members ?? [];
  const count = members.filter(({ memberNumber }) => memberNumber !== undefined).length;
  const paper = useMemo(
    () => cardsPaperOf({ cooperativeId: cooperative.id, cooperative: cooperative.data, members, isDemo }),
    [cooperative, roster, isDemo],
  );
  const pdf = usePdf(paper);
  const back = partHref(cooperative.id, meeting.id, 'roster');
  if (count === 0) {
    return (
      <Shell title={words.cards} back={back}>
        <EmptyState icon="user" title={words.cardsNone} action={<LinkButton href={back}>{words.cardsToRoster}</LinkButton>}>
          {words.cardsNoneBody}
        </EmptyState>
      </Shell>
    );
  }
  return (
    <Shell title={words.cards} back={back} actions={<PdfButton pdf={pdf} />}>
      <PdfShown pdf={pdf} />
      <p>{words.cardsIntro(showCount(count))}</p>
      {members.length > count && <p class="muted">{words.cardsWithout(showCount(members.length - count))}</p>}
      <PaperView paper={paper} />
    </Shell>
  );
}
