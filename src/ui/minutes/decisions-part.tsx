/** What the meeting decided: its text, how it was decided, and what came of it by the rule. */
import { newId } from '../../data/id.ts';
import type { AgendaKey } from '../../domain/minutes.ts';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { DecisionCard } from './decision-card.tsx';
import { usualDecisions, yearsInWords } from './decision-words.ts';
import type { DecisionTyped } from './minutes-draft.ts';
import type { MinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export function DecisionsPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { draft, content, change } = form;
  const { decisions } = draft;
  const years = yearsInWords(content.bookYears);
  const next = String(Math.max(...content.bookYears) + 1);
  const left = usualDecisions.filter(({ agendaKey }) => !decisions.some((decision) => decision.agendaKey === agendaKey));
  const add = (agendaKey: AgendaKey, text: string) =>
    change({ decisions: [...decisions, { key: newId(), agendaKey, text, method: 'consensus' }] });
  const set = (key: string, part: Partial<DecisionTyped>) =>
    change({ decisions: decisions.map((decision) => (decision.key === key ? { ...decision, ...part } : decision)) });
  const remove = (key: string) => {
    change({ decisions: decisions.filter((decision) => decision.key !== key) });
    showToast({ text: words.decisionRemoved, undo: () => change({ decisions }) });
  };
  return (
    <Place id={placeIdOf('decisions')}>
      <div class="stack">
        {decisions.length === 0 && (
          <EmptyState icon="pen" title={words.decisionsEmpty}>
            {words.decisionsEmptyBody}
          </EmptyState>
        )}
        {decisions.map((decision, place) => (
          <DecisionCard
            key={decision.key}
            form={form}
            place={place}
            decision={decision}
            onChange={(part) => set(decision.key, part)}
            onRemove={() => remove(decision.key)}
          />
        ))}
        {left.length > 0 && (
          <fieldset class="stack tight">
            <legend class="field-label">{words.usualDecisions}</legend>
            <div class="chips">
              {left.map(({ agendaKey, text }) => (
                <Button key={agendaKey} icon="plus" onClick={() => add(agendaKey, text(years, next))}>
                  {words.agenda[agendaKey]}
                </Button>
              ))}
            </div>
          </fieldset>
        )}
        <div class="actions">
          <Button icon="plus" onClick={() => add('other', '')}>
            {words.addDecision}
          </Button>
        </div>
      </div>
    </Place>
  );
}
