/** What stands between the minutes and the signatures, and what should be looked at again; a tap leads to each place. */
import type { Refusal } from '../../domain/world.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { partHref } from '../meeting/meeting-links.ts';
import { useWords } from '../words/words.ts';
import type { MinutesForm } from './minutes-form.ts';
import { partOf, problemWords } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';
import { questionWords } from './question-words.ts';

export interface ProblemListProps {
  form: MinutesForm;
  /** Leads to a place in the form on this screen; without it, to the form. */
  onGo?: (field: string) => void;
}

export function ProblemList({ form, onGo }: ProblemListProps) {
  const words = useWords(minutesWords);
  const { problems, draft } = form;
  if (problems.length === 0) return <Banner tone="good" title={draft.amendment ? words.blocksNoneAmend : words.blocksNone} />;
  return (
    <Section title={words.blocksTitle} side={showCount(problems.length)}>
      <List rows={problems} keyOf={(problem) => `${problem.rule} ${problem.field}`}>
        {(problem) => <ProblemItem form={form} problem={problem} {...(onGo ? { onGo } : {})} />}
      </List>
    </Section>
  );
}

function ProblemItem({ form, problem, onGo }: ProblemListProps & { problem: Refusal }) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId } = form.sources;
  const { field = '' } = problem;
  const title = problemWords(problem, words);
  // Who is present is not written here but marked at the door.
  if (field === 'presence')
    return <Item tone="bad" title={title} detail={words.toRollCall} href={partHref(cooperativeId, meetingId, 'hadir')} />;
  const detail = field === 'reason' ? undefined : words.parts[partOf(field)];
  if (onGo) return <Item tone="bad" title={title} detail={detail} onClick={() => onGo(field)} />;
  return <Item tone="bad" title={title} detail={detail} href={placeHref(cooperativeId, meetingId, field)} />;
}

export const placeHref = (cooperativeId: string, meetingId: string, field: string): string =>
  `${partHref(cooperativeId, meetingId, 'notulen')}?isian=${encodeURIComponent(field)}`;

/** While blanks are still to be filled in, nearly everything would be odd: it waits until only the quorum may be lacking. */
export function QuestionList({ form, onGo }: ProblemListProps) {
  const words = useWords(minutesWords);
  const { questions, sources, problems } = form;
  if (questions.length === 0 || problems.some(({ field }) => field !== 'presence')) return null;
  return (
    <Section title={words.questionsTitle} side={showCount(questions.length)}>
      <List rows={questions} keyOf={({ key }) => key}>
        {(question) => (
          <div class="minutes-question warn">
            <Item title={questionWords(question, words, sources.policy?.parameters.boardTermMaxYears)} />
            <div class="actions">
              <Button icon="check" onClick={() => form.confirm(question)}>
                {words.itIsRight}
              </Button>
              {onGo && (
                <Button look="quiet" icon="pen" onClick={() => onGo(question.field)}>
                  {words.goThere}
                </Button>
              )}
            </div>
          </div>
        )}
      </List>
      <p class="small muted">{words.questionsBody}</p>
    </Section>
  );
}
