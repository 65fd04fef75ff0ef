/** What happened to a visit after it was finished: amendments with their reasons, and answers of two officers that differ. */
import type { Amendment, Visit } from '../../domain/visit.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Card, Section } from '../kit/card.tsx';
import { showMoment } from '../kit/figures.ts';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { changedLines, type LineChange, type Tongue } from './visit-lines.ts';
import { visitWords } from './visit-words.ts';

interface HistoryProps {
  visit: Visit;
  nameOf: (officerId: string) => string;
}

export function Amendments({ visit, nameOf }: HistoryProps) {
  const words = useWords(visitWords);
  const { amendments = [] } = visit;
  if (amendments.length === 0) return null;
  return (
    <Section title={words.amendments} side={String(amendments.length)}>
      <div class="stack">
        {amendments.toReversed().map((amendment) => (
          <AmendmentCard key={amendment.factId} amendment={amendment} nameOf={nameOf} />
        ))}
      </div>
    </Section>
  );
}

function AmendmentCard({ amendment, nameOf }: { amendment: Amendment; nameOf: HistoryProps['nameOf'] }) {
  const words = useWords(visitWords);
  const tongue: Tongue = { words, language: language.value };
  return (
    <Card title={words.amendmentBy(nameOf(amendment.officerId), showMoment(amendment.at))}>
      <p>
        <span class="muted">{words.reason}: </span>
        {amendment.reason}
      </p>
      <ChangeList changes={changedLines(amendment.changes, tongue)} names={[words.was, words.became]} />
    </Card>
  );
}

function ChangeList({ changes, names }: { changes: readonly LineChange[]; names: readonly [from: string, to: string] }) {
  const words = useWords(visitWords);
  const said = (value: string | undefined) => value ?? <span class="muted">{words.blank}</span>;
  return (
    <dl class="changes">
      {changes.map(({ label, from, to }, place) => (
        <div class="change" key={`${place} ${label}`}>
          <dt>{label}</dt>
          <dd>
            <small class="muted">{names[0]}</small>
            <span class="was">{said(from)}</span>
          </dd>
          <dd>
            <small class="muted">{names[1]}</small>
            <strong>{said(to)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Two officers answered the same: the one that is shown, and the other, kept beside it. */
export function Conflicts({ visit, nameOf }: HistoryProps) {
  const words = useWords(visitWords);
  const tongue: Tongue = { words, language: language.value };
  const { conflicts = [] } = visit;
  if (conflicts.length === 0) return null;
  return (
    <Banner
      tone="warn"
      title={words.conflicts}
      actions={<LinkButton href={`/koperasi/${visit.cooperativeId}/perbedaan`}>{words.conflictDecide}</LinkButton>}
    >
      {conflicts.map(({ field, shown, other, otherBy, otherFactId }) => (
        <ChangeList
          key={`${otherFactId} ${field}`}
          changes={changedLines({ [field]: { from: other, to: shown } }, tongue)}
          names={[words.conflictOther(nameOf(otherBy)), words.conflictShown]}
        />
      ))}
    </Banner>
  );
}
