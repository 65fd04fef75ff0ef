/** What became of each line: ready, to be mended, worth a look, or left out because it is there already. */
import { useMemo, useState } from 'preact/hooks';
import type { PastedRoster, RosterLine } from '../../domain/roster-paste.ts';
import { isNarrow } from '../is-narrow.ts';
import { Chip, StatusBadge } from '../kit/badge.tsx';
import { showCount } from '../kit/figures.ts';
import { Item } from '../kit/list.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { useWords } from '../words/words.ts';
import { LineDialog } from './line-dialog.tsx';
import { meetingWords } from './meeting-words.ts';
import { MemberItem } from './member-item.tsx';

export interface PastePreviewProps {
  roster: PastedRoster;
  /** A line mended, or taken out when there are no cells. */
  onLine: (line: number, cells: readonly string[] | undefined) => void;
}

const kinds = ['problem', 'notice', 'ready', 'skipped'] as const;
type Kind = (typeof kinds)[number];

const kindOf = ({ outcome }: RosterLine): Kind => {
  if (outcome.kind === 'problem') return 'problem';
  if (outcome.kind !== 'member') return 'skipped';
  return outcome.notices.length > 0 ? 'notice' : 'ready';
};

function groupedOf(lines: readonly RosterLine[]): Map<Kind, RosterLine[]> {
  const grouped = new Map<Kind, RosterLine[]>();
  for (const line of lines) {
    const kind = kindOf(line);
    const held = grouped.get(kind);
    if (held) held.push(line);
    else grouped.set(kind, [line]);
  }
  return grouped;
}

export function PastePreview({ roster, onLine }: PastePreviewProps) {
  const words = useWords(meetingWords);
  const [wanted, setWanted] = useState<Kind>();
  const [mending, setMending] = useState<RosterLine>();
  const byKind = useMemo(() => groupedOf(roster.lines), [roster.lines]);
  const filled = kinds.filter((kind) => byKind.has(kind));
  const shown = wanted && byKind.has(wanted) ? wanted : (filled[0] ?? 'ready');
  const lines = byKind.get(shown) ?? [];
  if (roster.lines.length === 0) return <EmptyState title={words.nothingRead}>{words.nothingReadBody}</EmptyState>;
  return (
    <>
      <div class="chips">
        {filled.map((kind) => (
          <Chip key={kind} pressed={kind === shown} onToggle={() => setWanted(kind)}>
            {words.lineKinds[kind](showCount(byKind.get(kind)?.length ?? 0))}
          </Chip>
        ))}
      </div>
      <p class="small muted">{words.lineKindBodies[shown]}</p>
      <div class="ruled">
        <VirtualList
          label={words.lineKindBodies[shown]}
          rows={lines}
          keyOf={(line) => String(line.line)}
          rowHeight={isNarrow.value ? 88 : 72}
        >
          {(line) => <LineItem line={line} onClick={() => setMending(line)} />}
        </VirtualList>
      </div>
      <LineDialog
        line={mending}
        columns={roster.columns}
        onClose={() => setMending(undefined)}
        onLine={(cells) => {
          if (mending) onLine(mending.line, cells);
          setMending(undefined);
        }}
      />
    </>
  );
}

/** What the line holds; cells without content are not worth a dot. */
const cellsOf = (text: string): string =>
  text
    .split('\t')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' · ');

function LineItem({ line, onClick }: { line: RosterLine; onClick: () => void }) {
  const words = useWords(meetingWords);
  const { outcome } = line;
  const side = <span class="small muted figure">{words.line(showCount(line.line))}</span>;
  if (outcome.kind === 'member') {
    const [notice] = outcome.notices;
    if (!notice) return <MemberItem member={outcome.member} side={side} onClick={onClick} />;
    return (
      <Item
        clipped="roomy"
        tone="warn"
        title={outcome.member.name}
        detail={words.lineNotices[notice.code](notice.like ?? '')}
        side={<StatusBadge tone="warn">{words.line(showCount(line.line))}</StatusBadge>}
        onClick={onClick}
      />
    );
  }
  const said =
    outcome.kind === 'known'
      ? words.lineKnown
      : outcome.kind === 'repeated'
        ? words.lineRepeated(showCount(outcome.firstLine))
        : words.lineProblems[outcome.code](outcome.like ?? '');
  return (
    <Item
      clipped="roomy"
      {...(outcome.kind === 'problem' ? { tone: 'bad' as const } : {})}
      title={cellsOf(line.text)}
      detail={said}
      side={outcome.kind === 'problem' ? <StatusBadge tone="bad">{words.line(showCount(line.line))}</StatusBadge> : side}
      onClick={onClick}
    />
  );
}
