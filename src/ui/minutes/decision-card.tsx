/** One decision; whether it was adopted follows from its votes and is never asked. */
import { agendaKeys } from '../../domain/minutes.ts';
import { resultOf } from '../../domain/minutes-check.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { ChoiceList, Select } from '../kit/choice-list.tsx';
import { showCount } from '../kit/figures.ts';
import { NumberField } from '../kit/number-field.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { useRuleWords } from '../meeting/rule-note.tsx';
import { useWords } from '../words/words.ts';
import { nameOfRule, stricterRules } from './decision-words.ts';
import type { DecisionTyped } from './minutes-draft.ts';
import type { MinutesForm } from './minutes-form.ts';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export interface DecisionCardProps {
  form: MinutesForm;
  place: number;
  decision: DecisionTyped;
  onChange: (part: Partial<DecisionTyped>) => void;
  onRemove: () => void;
}

export function DecisionCard({ form, place, decision, onChange, onRemove }: DecisionCardProps) {
  const words = useWords(minutesWords);
  const number = showCount(place + 1);
  return (
    <section class="card stack" id={placeIdOf(`decisions.${place}`)} aria-label={words.decisionNumber(number)}>
      <div class="row apart">
        <h3>{words.decisionNumber(number)}</h3>
        <Button look="quiet" icon="cross" label={words.removeDecision(number)} onClick={onRemove} />
      </div>
      <TextArea label={words.decisionText} rows={2} maxLength={4000} value={decision.text} onValue={(text) => onChange({ text })} />
      <div class="pair">
        <Select
          label={words.agendaItem}
          blank=""
          value={decision.agendaKey}
          choices={agendaKeys.map((key, index) => ({ value: key, label: `${index + 1}. ${words.agenda[key]}` }))}
          onValue={(agendaKey) => agendaKey && onChange({ agendaKey })}
        />
        <ChoiceList
          label={words.method}
          segments
          value={decision.method}
          choices={[
            { value: 'consensus', label: words.consensus },
            { value: 'vote', label: words.vote },
          ]}
          onValue={(method) => onChange({ method })}
        />
      </div>
      {decision.method === 'vote' && <Votes decision={decision} onChange={onChange} />}
      <Result form={form} decision={decision} />
    </section>
  );
}

function Votes({ decision, onChange }: Pick<DecisionCardProps, 'decision' | 'onChange'>) {
  const words = useWords(minutesWords);
  const twoThirds = useRuleWords({ num: 2, den: 3, strict: false });
  const threeQuarters = useRuleWords({ num: 3, den: 4, strict: false });
  const named = nameOfRule(decision.rule);
  const choices = [
    { value: 'call', label: words.ruleOfCall },
    { value: '2/3', label: twoThirds },
    { value: '3/4', label: threeQuarters },
    ...(named && !Object.hasOwn(stricterRules, named) ? [{ value: named, label: named }] : []),
  ];
  return (
    <>
      <div class="minutes-votes">
        <NumberField label={words.yes} value={decision.yes} onValue={(yes) => onChange({ yes })} />
        <NumberField label={words.no} value={decision.no} onValue={(no) => onChange({ no })} />
        <NumberField label={words.abstain} optional value={decision.abstain} onValue={(abstain) => onChange({ abstain })} />
      </div>
      <Select
        label={words.rule}
        hint={words.ruleHint}
        blank=""
        value={named ?? 'call'}
        choices={choices}
        onValue={(name) => onChange({ rule: stricterRules[name ?? ''] })}
      />
    </>
  );
}

function Result({ form, decision }: { form: MinutesForm; decision: DecisionTyped }) {
  const words = useWords(minutesWords);
  const { content } = form;
  const present = showCount(content.presence.voters);
  const result = resultOf(decision, content);
  if (decision.method === 'consensus') {
    return (
      <p class="row">
        <StatusBadge tone="good">{words.adoptedByConsensus}</StatusBadge>
      </p>
    );
  }
  const votes = (decision.yes ?? 0) + (decision.no ?? 0) + (decision.abstain ?? 0);
  if (result.kind === 'inconsistent') return <p class="field-error">{words.votesTooMany(showCount(votes), present)}</p>;
  if (decision.yes === undefined || decision.no === undefined) return <p class="muted small">{words.votesMissing}</p>;
  if (result.kind === 'undetermined') return <p class="muted small">{words.undetermined}</p>;
  return (
    <p class="row">
      <StatusBadge tone={result.kind === 'adopted' ? 'good' : 'bad'} icon={result.kind === 'adopted' ? 'check' : 'cross'}>
        {result.kind === 'adopted' ? words.adopted : words.rejected}
      </StatusBadge>
      <span class="small muted">
        {words.votesOf(showCount(votes), present)} {result.needed !== undefined && words.votesNeeded(showCount(result.needed), present)}
      </span>
    </p>
  );
}
