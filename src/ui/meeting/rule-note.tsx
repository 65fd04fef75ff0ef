/** The quorum's rule in words, with where it comes from. */
import type { MeetingRule } from '../../domain/meeting-quorum.ts';
import type { QuorumRule } from '../../domain/quorum.ts';
import { Icon } from '../kit/icon.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';

export function RuleNote({ judgedBy }: { judgedBy: MeetingRule['judgedBy'] }) {
  const words = useWords(meetingWords);
  const share = useRuleWords(judgedBy.rule);
  return (
    <p class="note">
      <Icon name="info" size={22} />
      <span>{words.ruleOf[judgedBy.call](share, words.ruleSources[judgedBy.source])}</span>
    </p>
  );
}

/** `lebih dari 1/2`, `paling sedikit 1/5`. */
export function useRuleWords({ num, den, strict }: QuorumRule): string {
  const words = useWords(meetingWords);
  return strict ? words.moreThan(`${num}/${den}`) : words.atLeast(`${num}/${den}`);
}
