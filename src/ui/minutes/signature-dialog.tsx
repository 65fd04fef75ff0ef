/** One signature: who signs, that it was read, and the drawing itself. */
import { useState } from 'preact/hooks';
import type { Signature, SignatureRole } from '../../domain/minutes.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { SignaturePad } from '../kit/signature-pad.tsx';
import { isSignature, type Stroke } from '../kit/signature-strokes.ts';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import type { MinutesSources } from './minutes-sources.ts';
import { minutesWords } from './minutes-words.ts';
import { isNamedInMinutes, isWitness, presentNamed } from './signers.ts';

export interface SignatureDialogProps {
  role: SignatureRole;
  usualName: string;
  former: Signature | undefined;
  attendance: MinutesSources['attendance'];
  onKeep: (signature: Signature) => void;
  onRemove: () => void;
  onClose: () => void;
}

export function SignatureDialog({ role, usualName, former, attendance, onKeep, onRemove, onClose }: SignatureDialogProps) {
  const words = useWords(minutesWords);
  const general = useWords();
  const [name, setName] = useState(former?.name ?? usualName);
  const [strokes, setStrokes] = useState<Stroke[]>(former?.strokes ?? []);
  const [asked, setAsked] = useState(false);
  const named = name.trim() !== '';
  const drawn = isSignature(strokes);
  const suggestions = isWitness(role) ? presentNamed(attendance, name) : [];
  const keep = () => {
    setAsked(true);
    if (named && drawn) onKeep({ role, name: name.trim(), strokes, signedAt: Date.now() });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.signatureRoles[role]}
      actions={
        <>
          {former && (
            <Button look="danger" icon="cross" onClick={onRemove}>
              {words.removeSignature}
            </Button>
          )}
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="primary" icon="check" onClick={keep}>
            {words.keepSignature}
          </Button>
        </>
      }
    >
      <TextField
        label={words.signerName}
        maxLength={200}
        value={name}
        onValue={setName}
        readOnly={isNamedInMinutes(role)}
        {...(isNamedInMinutes(role) ? { hint: words.signerFromMinutes } : {})}
        {...(asked && !named ? { error: words.signerNameMissing } : {})}
      />
      {suggestions.length > 0 && (
        <fieldset class="stack tight">
          <legend class="small muted">{words.presentMembers}</legend>
          <div class="chips">
            {suggestions.map((entry) => (
              <Button key={entry.memberKey} icon="user" onClick={() => setName(entry.name)}>
                {entry.name}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      <p>{words.signStatement}</p>
      <SignaturePad name={name.trim() || words.signatureRoles[role]} strokes={strokes} onStrokes={setStrokes} />
      {asked && !drawn && <p class="field-error">{words.signatureShort}</p>}
    </Dialog>
  );
}
