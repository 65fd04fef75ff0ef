/** What is worth knowing before a plan is saved; none of it forbids saving. */
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { meetingHref } from './meeting-links.ts';
import { meetingWords } from './meeting-words.ts';
import type { PlanWarning } from './plan-content.ts';

export function PlanWarnings({ warnings, cooperativeId }: { warnings: readonly PlanWarning[]; cooperativeId: string }) {
  const words = useWords(meetingWords).planWarnings;
  return (
    <>
      {warnings.map((warning) => {
        if (warning.code === 'rival') {
          const years = warning.bookYears.join(', ');
          return (
            <Banner
              key={warning.rivalId}
              tone="warn"
              title={words.rival(years, warning.heldOn && showDay(warning.heldOn))}
              actions={<LinkButton href={meetingHref(cooperativeId, warning.rivalId)}>{words.seeRival}</LinkButton>}
            >
              {words.rivalBody}
            </Banner>
          );
        }
        const [title, body] = wordsOf(warning);
        return (
          <Banner key={warning.code} tone="warn" title={title}>
            {body}
          </Banner>
        );
      })}
    </>
  );

  function wordsOf(warning: Exclude<PlanWarning, { code: 'rival' }>): readonly [string, string] {
    switch (warning.code) {
      case 'secondCallLate':
        return [words.secondCallLate.title(showCount(warning.days)), words.secondCallLate.body(showCount(warning.most))];
      case 'noticeShort':
        return [words.noticeShort.title(showCount(warning.days)), words.noticeShort.body(showCount(warning.needed))];
      case 'beforeYearEnd':
        return [words.beforeYearEnd.title(warning.bookYear), words.beforeYearEnd.body(showDay(warning.end))];
      case 'afterDeadline':
        return [words.afterDeadline.title(warning.bookYear), words.afterDeadline.body(showDay(warning.deadline))];
      default:
        return [words[warning.code].title, words[warning.code].body];
    }
  }
}
