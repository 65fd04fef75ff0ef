/** Part E: what was found, what was advised, and what was agreed, by whom and until when. */
import { visitProblems } from '../../domain/visit.ts';
import { CheckList } from '../kit/choice-list.tsx';
import { DateField } from '../kit/date-field.tsx';
import { TextArea, TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { MarkedField } from './marked-field.tsx';
import { RowList } from './row-list.tsx';
import type { PartProps } from './visit-form-state.ts';
import { visitWords } from './visit-words.ts';

export function FindingsPart({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, set, errorOf } = form;
  return (
    <div class="stack">
      <TextArea label={words.findings} maxLength={4000} value={draft.findings ?? ''} onValue={(value) => set('findings', value)} />
      <ProblemFields form={form} />
      <TextArea label={words.advice} maxLength={4000} value={draft.advice ?? ''} onValue={(value) => set('advice', value)} />
      <RowList
        label={words.actions}
        rows={draft.actions}
        onRows={(change) => set('actions', change)}
        nameOf={words.action}
        addLabel={words.addAction}
        most={30}
      >
        {(action, setAction) => (
          <div class="stack">
            <MarkedField name={`actions.${action.key}.text`}>
              <TextField
                label={words.actionText}
                corrected
                maxLength={500}
                value={action.text ?? ''}
                onValue={(text) => setAction({ text })}
                error={errorOf(`actions.${action.key}.text`)}
              />
            </MarkedField>
            <div class="pair">
              <TextField
                label={words.actionPerson}
                maxLength={200}
                value={action.person ?? ''}
                onValue={(person) => setAction({ person })}
              />
              <MarkedField name={`actions.${action.key}.dueOn`}>
                <DateField
                  label={words.actionDueOn}
                  optional
                  min={draft.visitedOn}
                  value={action.dueOn}
                  onValue={(dueOn) => setAction({ dueOn })}
                  error={errorOf(`actions.${action.key}.dueOn`)}
                />
              </MarkedField>
            </div>
          </div>
        )}
      </RowList>
      <div class="pair">
        <MarkedField name="nextVisitOn">
          <DateField
            label={words.nextVisitOn}
            optional
            min={draft.visitedOn}
            value={draft.nextVisitOn}
            onValue={(value) => set('nextVisitOn', value)}
            error={errorOf('nextVisitOn')}
          />
        </MarkedField>
      </div>
    </div>
  );
}

function ProblemFields({ form }: PartProps) {
  const words = useWords(visitWords);
  const { draft, set } = form;
  const problems = draft.problems ?? [];
  return (
    <>
      <CheckList
        label={words.problems}
        choices={visitProblems.map((value) => ({ value, label: words.problemNames[value] }))}
        value={problems.map(({ code }) => code)}
        onValue={(codes) =>
          set(
            'problems',
            visitProblems.filter((code) => codes.includes(code)).map((code) => problems.find((kept) => kept.code === code) ?? { code }),
          )
        }
      />
      {problems.map((problem) => (
        <TextField
          key={problem.code}
          label={words.problemWords(words.problemNames[problem.code])}
          corrected
          maxLength={500}
          value={problem.words ?? ''}
          onValue={(said) =>
            set('problems', (now = []) => now.map((other) => (other.code === problem.code ? { ...other, words: said } : other)))
          }
        />
      ))}
    </>
  );
}
