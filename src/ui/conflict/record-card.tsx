/** One record with the fields that two officers wrote differently: each value with who and when, a choice, one decision for all of them. */
import { useState } from 'preact/hooks';
import type { DisputableNoun } from '../../domain/conflict-rules.ts';
import { isOffice } from '../../domain/officer.ts';
import { valueKindOf } from '../../domain/value-kind.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { fieldName, lastPart } from '../field-words.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Card } from '../kit/card.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';
import {
  type Choice,
  candidateWords,
  type DisputedField,
  decisionsOf,
  disputedFieldsOf,
  mayGiveWay,
  needsReason,
  wishOf,
} from './field-candidates.ts';
import { recordHref, recordName } from './record-names.ts';
import { ThirdValue } from './third-value.tsx';
import { useDecision } from './use-decision.ts';
import { momentWords } from './written-by.ts';

export interface RecordCardProps {
  row: Row<DisputableNoun>;
  cooperativeId: string;
  nameOf: (officerId: string) => string;
}

export function RecordCard({ row, cooperativeId, nameOf }: RecordCardProps) {
  const words = useWords(conflictWords);
  const { officer } = useApp().session;
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const [note, setNote] = useState('');
  const [unfit, setUnfit] = useState<readonly string[]>([]);
  const decider = useDecision();
  const fields = disputedFieldsOf(row);
  const mayDecide = isOffice(officer.role) || row.data.recordedBy === officer.id;
  const mayAct = mayDecide || fields.some((field) => mayGiveWay(row, field, officer.id));
  const decisions = decisionsOf(row, chosen);
  const reasonNeeded = needsReason(row, decisions);

  const choose = (field: string, choice: Choice) => {
    setChosen({ ...chosen, [field]: choice });
    setUnfit([]);
    decider.say(undefined);
  };

  const save = async () => {
    if (Object.keys(decisions).length === 0) return decider.say(words.pickFirst);
    // A third value that nobody has written yet is not a blank.
    if (Object.values(chosen).some((choice) => 'value' in choice && choice.value === undefined)) return decider.say(words.thirdMissing);
    const wish = wishOf(row, decisions, note);
    setUnfit(wish.kind === 'unfit' ? wish.fields : []);
    if (wish.kind === 'act') await decider.decide(wish.act, cooperativeId);
  };

  return (
    <Card title={recordName(row, words)}>
      <div class="stack">
        {fields.map((disputed) => (
          <FieldChoice
            key={disputed.field}
            noun={row.noun}
            disputed={disputed}
            choice={chosen[disputed.field]}
            onChoice={(choice) => choose(disputed.field, choice)}
            error={unfit.includes(disputed.field) ? words.unfit : undefined}
            may={mayDecide ? 'all' : mayGiveWay(row, disputed, officer.id) ? 'giveWay' : 'nothing'}
            nameOf={nameOf}
          />
        ))}
        {!mayDecide && (
          <Banner tone="info" title={words.notYours}>
            {words.notYoursBody}
          </Banner>
        )}
        {mayAct && (
          <TextArea
            label={reasonNeeded ? words.reason : words.note}
            hint={words.noteHint}
            optional={!reasonNeeded}
            rows={2}
            maxLength={2000}
            value={note}
            onValue={setNote}
          />
        )}
        {decider.problem && (
          <Banner tone="bad" urgent title={words.notSaved}>
            {decider.problem}
          </Banner>
        )}
        <div class="row">
          {mayAct && (
            <Button look="primary" icon="check" busy={decider.busy} onClick={() => void save()}>
              {words.save}
            </Button>
          )}
          <LinkButton look="quiet" href={recordHref(row, cooperativeId)}>
            {words.openRecord}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

interface FieldChoiceProps {
  noun: DisputableNoun;
  disputed: DisputedField;
  choice: Choice | undefined;
  onChoice: (choice: Choice) => void;
  error: string | undefined;
  may: 'all' | 'giveWay' | 'nothing';
  nameOf: (officerId: string) => string;
}

function FieldChoice({ noun, disputed: { field, candidates }, choice, onChoice, error, may, nameOf }: FieldChoiceProps) {
  const words = useWords(conflictWords);
  const asked = valueKindOf(noun, field);
  const all = candidates.map(({ value }) => value);
  const values = candidates.map((candidate) => {
    const written = words.written(nameOf(candidate.officerId), momentWords(candidate, words));
    const isShown = candidate.key === 'shown';
    return {
      value: candidate.key,
      label: candidateWords(field, candidate.value, all),
      hint: isShown ? `${words.shown} · ${written}` : written,
      disabled: may === 'nothing' || (may === 'giveWay' && !isShown),
    };
  });
  const third = { value: 'third', label: words.third, hint: words.thirdHint };
  return (
    <div class="stack tight">
      <ChoiceList
        label={fieldName(lastPart(field))}
        value={choice?.key}
        onValue={(key) => onChoice(key === 'third' ? { key, value: undefined } : { key })}
        choices={may === 'all' && asked ? [...values, third] : values}
        {...(may === 'all' && !asked ? { hint: words.throughForm } : {})}
        {...(error && choice?.key !== 'third' ? { error } : {})}
      />
      {asked && choice && 'value' in choice && (
        <ThirdValue asked={asked} field={field} value={choice.value} error={error} onValue={(value) => onChoice({ key: 'third', value })} />
      )}
    </div>
  );
}
