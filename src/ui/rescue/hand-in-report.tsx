/** What the office made of a rescue file, for whoever handed it in there: what needs somebody first, then each record. */
import { isFactType } from '../../domain/fact-types.ts';
import type { RescuedFact, RescueReport } from '../../domain/rescue.ts';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { DefinitionList } from '../kit/card.tsx';
import { showCount, showMoment } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { deskRuleWords } from './desk-rule-words.ts';
import { rescueWords } from './rescue-words.ts';

export function HandInReport({ report }: { report: RescueReport }) {
  const words = useWords(rescueWords);
  const { officer = words.unknownOfficer, madeAt, facts, files, each } = report;
  const counted = (Object.keys(words.kinds) as RescuedFact['kind'][]).filter((kind) => facts[kind]);
  return (
    <>
      <Outcome report={report} />
      <DefinitionList
        facts={[
          [words.officer, officer],
          [words.madeAt, showMoment(madeAt)],
          [words.counted, counted.map((kind) => `${showCount(facts[kind] ?? 0)} ${words.kinds[kind].toLowerCase()}`).join(', ') || '0'],
          [words.photos, words.photosCounted(showCount(files.kept), showCount(files.refused), showCount(files.missing))],
        ]}
      />
      {each.length > 0 && <Each each={each} />}
    </>
  );
}

/** Nothing is called good while a record of the file does not count, or a photo of it is not here. */
function Outcome({ report: { proof, officer, facts, files } }: { report: RescueReport }) {
  const words = useWords(rescueWords);
  const who = officer ?? words.unknownOfficer;
  const held = proof === 'proved' ? undefined : words.held[proof];
  const { refused = 0, quarantined = 0, conflict = 0, waiting = 0 } = facts;
  const broken = files.refused + files.missing;
  const all = Object.values(facts).reduce((sum, count) => sum + count, 0);
  const trouble = refused + quarantined + conflict + waiting;
  const title =
    held?.title ??
    (trouble > 0
      ? words.takenTrouble(who, showCount(trouble), showCount(all))
      : broken > 0
        ? words.takenBroken(who, showCount(broken))
        : words.taken(who));
  const isGood = !held && trouble + broken === 0;
  return (
    <Banner
      tone={isGood ? 'good' : 'warn'}
      urgent
      title={title}
      actions={
        conflict > 0 && (
          <LinkButton icon="warning" href="/perbedaan">
            {words.toDifferences}
          </LinkButton>
        )
      }
    >
      <p>{held?.body ?? (isGood ? words.takenBody : words.takenKept)}</p>
      {refused > 0 && <p>{words.troubleRefused(showCount(refused))}</p>}
      {quarantined > 0 && <p>{held ? words.heldCount(showCount(quarantined)) : words.troubleHeld(showCount(quarantined))}</p>}
      {conflict > 0 && <p>{words.troubleConflict(showCount(conflict))}</p>}
      {waiting > 0 && <p>{words.troubleWaiting(showCount(waiting))}</p>}
      {broken > 0 && <p>{words.troublePhotos(showCount(broken))}</p>}
    </Banner>
  );
}

const tones: Record<RescuedFact['kind'], Tone> = {
  applied: 'good',
  merged: 'good',
  conflict: 'warn',
  waiting: 'info',
  refused: 'bad',
  quarantined: 'bad',
};

/** What needs an eye stands first; the rest is only counted beyond what anybody reads. */
const shownAtMost = 200;
const isTrouble = ({ kind }: RescuedFact): boolean => kind !== 'applied' && kind !== 'merged';

/** Kinds of records and verdicts alone: what they say, the register shows to whoever may see it. */
function Each({ each }: { each: readonly RescuedFact[] }) {
  const words = useWords(rescueWords);
  const ordered = [...each.filter(isTrouble), ...each.filter((fact) => !isTrouble(fact))];
  const shown = ordered.slice(0, shownAtMost);
  const why = ({ kind, rule }: RescuedFact) => (kind === 'quarantined' ? words.whyHeld : rule ? deskRuleWords(rule) : undefined);
  const detail = (fact: RescuedFact) =>
    [fact.deviceSeq > 0 && words.number(showCount(fact.deviceSeq)), fact.at > 0 && words.recordedAt(showMoment(fact.at)), why(fact)]
      .filter(Boolean)
      .join(' · ');
  return (
    <div class="stack tight">
      <h3>{words.each}</h3>
      <List label={words.each} rows={shown} keyOf={(fact) => String(ordered.indexOf(fact))}>
        {(fact) => (
          <Item
            title={isFactType(fact.type) ? words.types[fact.type] : fact.type || words.unreadableFact}
            detail={detail(fact)}
            side={<StatusBadge tone={tones[fact.kind]}>{words.kinds[fact.kind]}</StatusBadge>}
          />
        )}
      </List>
      {ordered.length > shown.length && <p class="small muted">{words.more(showCount(ordered.length - shown.length))}</p>}
    </div>
  );
}
