/** The record of the discussion (notulen), beside the decisions. */
import { TextArea } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import type { MinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export function NotesPart({ form: { draft, change } }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  return (
    <Place id={placeIdOf('discussionNotes')}>
      <TextArea
        label={words.notes}
        hint={words.notesHint}
        optional
        rows={8}
        maxLength={8000}
        value={draft.discussionNotes}
        onValue={(discussionNotes) => change({ discussionNotes })}
      />
    </Place>
  );
}
