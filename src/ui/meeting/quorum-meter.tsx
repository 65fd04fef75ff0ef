/** How many voters are present, how many are needed, and whether that is a quorum; in words as well as in colour. */
import type { Quorum, QuorumRule } from '../../domain/quorum.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { showCount } from '../kit/figures.ts';
import { Meter } from '../kit/meter.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useRuleWords } from './rule-note.tsx';

export interface QuorumMeterProps {
  quorum: Quorum;
  present: number;
  registered: number;
  rule: QuorumRule;
}

export function QuorumMeter({ quorum, present, registered, rule }: QuorumMeterProps) {
  const words = useWords(meetingWords);
  const ruleWords = useRuleWords(rule);
  const needed = 'needed' in quorum ? quorum.needed : undefined;
  const tone = quorum.kind === 'reached' ? 'good' : quorum.kind === 'inconsistent' ? 'bad' : 'warn';
  return (
    <Meter
      label={words.present}
      value={present}
      max={registered}
      {...(needed === undefined ? {} : { needed, neededLabel: words.neededOf(showCount(needed), showCount(registered), ruleWords) })}
      tone={tone}
      status={<StatusBadge tone={tone}>{words.quorumStates[quorum.kind](showCount(Math.max(0, (needed ?? 0) - present)))}</StatusBadge>}
    />
  );
}
