/** On the sync screen of the office: a rescue file is handed in, and what became of each of its facts is shown. */
import { useState } from 'preact/hooks';
import { type Delivery, deliver, hashOfBlob, judgeOutside } from '../../data/rescue-delivery.ts';
import { isFactType } from '../../domain/fact-types.ts';
import { fileChunkBytes } from '../../domain/file.ts';
import { type RescuedFact, type RescueReport, rescueReportSchema } from '../../domain/rescue.ts';
import { useApp } from '../app-context.ts';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { DefinitionList, Section } from '../kit/card.tsx';
import { showCount, showMoment } from '../kit/figures.ts';
import { FileField } from '../kit/file-field.tsx';
import { Item, List } from '../kit/list.tsx';
import { Progress } from '../kit/meter.tsx';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { rescueWords } from './rescue-words.ts';

type Step =
  | { kind: 'choosing' }
  | { kind: 'reading' | 'sending'; done: number }
  | { kind: 'ended'; delivery: Delivery | { kind: 'refused'; code: 'unreadable' } };

export function HandInSection() {
  const words = useWords(rescueWords);
  const { askOffice, syncNow } = useApp();
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const handIn = async (file: File) => {
    setStep({ kind: 'reading', done: 0 });
    try {
      const code = await judgeOutside(file);
      if (code) return setStep({ kind: 'ended', delivery: { kind: 'refused', code } });
      const sha256 = await hashOfBlob(file, (at) => setStep({ kind: 'reading', done: at / file.size }));
      const delivery = await deliver(askOffice, {
        sha256,
        bytes: file.size,
        read: async (at) => new Blob([await file.slice(at, at + fileChunkBytes).arrayBuffer()], { type: 'application/octet-stream' }),
        onProgress: (at) => setStep({ kind: 'sending', done: at / file.size }),
      });
      setStep({ kind: 'ended', delivery });
      if (delivery.kind === 'taken') await syncNow();
    } catch {
      // The system took the file away while it was being read.
      setStep({ kind: 'ended', delivery: { kind: 'refused', code: 'unreadable' } });
    }
  };
  return (
    <Section title={words.deskTitle}>
      <div class="stack">
        <p>{words.deskIntro}</p>
        {step.kind === 'choosing' && <FileField label={words.choose} hint={words.chooseHint} onFile={(file) => void handIn(file)} />}
        {step.kind === 'reading' && <Share label={words.reading} done={step.done} />}
        {step.kind === 'sending' && <Share label={step.done < 1 ? words.sending : words.judging} done={step.done} />}
        {step.kind === 'ended' && (
          <>
            <Ended delivery={step.delivery} />
            <p>
              <Button icon="upload" onClick={() => setStep({ kind: 'choosing' })}>
                {words.another}
              </Button>
            </p>
          </>
        )}
      </div>
    </Section>
  );
}

const Share = ({ label, done }: { label: string; done: number }) =>
  done < 1 ? <Progress label={label} value={Math.floor(done * 100)} max={100} /> : <Progress label={label} max={1} />;

function Ended({ delivery }: { delivery: Extract<Step, { kind: 'ended' }>['delivery'] }) {
  const words = useWords(rescueWords);
  if (delivery.kind === 'refused') {
    return (
      <Banner tone="bad" urgent title={words.notTaken}>
        {words.refusals[delivery.code]}
      </Banner>
    );
  }
  if (delivery.kind === 'failed') {
    const { title, body } = words.failures[delivery.failure];
    return (
      <Banner tone="warn" urgent title={title}>
        {body}
      </Banner>
    );
  }
  const report = rescueReportSchema.safeParse(delivery.receipt);
  return report.success ? <Report report={report.data} /> : null;
}

function Report({ report }: { report: RescueReport }) {
  const words = useWords(rescueWords);
  const { proof, officer = words.unknownOfficer, madeAt, facts, files, each } = report;
  const held = proof === 'proved' ? undefined : words.held[proof];
  const counted = (Object.keys(words.kinds) as RescuedFact['kind'][]).filter((kind) => facts[kind]);
  return (
    <>
      <Banner tone={held ? 'warn' : 'good'} urgent title={held?.title ?? words.taken(officer)}>
        {held?.body ?? words.takenBody}
      </Banner>
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
  const why = ({ kind, rule }: RescuedFact) => (kind === 'quarantined' ? words.whyHeld : rule ? ruleWords({ rule }) : undefined);
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
