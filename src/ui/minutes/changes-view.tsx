/** Old and new side by side: of each changed field only the lines that differ. */
import type { Changes } from '../../domain/change.ts';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { changedLinesOf } from './changed-lines.ts';
import { labelOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';
import './minutes.css';

export function ChangesView({ changes }: { changes: Changes }) {
  const words = useWords(minutesWords);
  const general = useWords();
  return (
    <dl class="minutes-changes">
      {Object.entries(changes).map(([field, change]) => {
        if (!change) return null;
        const { before, after } = changedLinesOf(field, change, words, language.value);
        return (
          <div key={field}>
            <dt>{labelOf(field, words)}</dt>
            <dd>
              <del>
                <Lines lines={before} blank={general.notFilled} />
              </del>
              <ins>
                <Lines lines={after} blank={general.notFilled} />
              </ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Lines({ lines, blank }: { lines: readonly string[]; blank: string }) {
  if (lines.length === 0) return <span class="muted">{blank}</span>;
  return (
    <>
      {lines.map((line) => (
        <span class="minutes-line" key={line}>
          {line}
        </span>
      ))}
    </>
  );
}
