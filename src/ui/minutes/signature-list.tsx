/** Everybody who signs: whose signature is needed, who has signed, and the drawing. */
import { type Signature, type SignatureRole, signatureRoles } from '../../domain/minutes.ts';
import { neededSignatures } from '../../domain/minutes-check.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showMoment } from '../kit/figures.ts';
import { SignatureImage } from '../kit/signature-pad.tsx';
import { useWords } from '../words/words.ts';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

export interface SignatureListProps {
  signatures: readonly Signature[];
  disabled: boolean;
  onSign: (role: SignatureRole) => void;
}

export function SignatureList({ signatures, disabled, onSign }: SignatureListProps) {
  const words = useWords(minutesWords);
  const signed = neededSignatures.filter((role) => signatures.some((signature) => signature.role === role)).length;
  return (
    <Section title={words.signatures} side={words.signedCount(showCount(signed), showCount(neededSignatures.length))}>
      <ul class="rows">
        {signatureRoles.map((role) => (
          <li key={role} id={placeIdOf(`signatures.${role}`)}>
            <Signer role={role} signature={signatures.find((one) => one.role === role)} disabled={disabled} onSign={() => onSign(role)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Signer({
  role,
  signature,
  disabled,
  onSign,
}: {
  role: SignatureRole;
  signature: Signature | undefined;
  disabled: boolean;
  onSign: () => void;
}) {
  const words = useWords(minutesWords);
  const needed = neededSignatures.includes(role);
  return (
    <div class="minutes-signer">
      <div class="minutes-signer-who">
        <strong>{words.signatureRoles[role]}</strong>
        <span class="small muted">
          {signature ? `${signature.name} · ${words.signedAt(showMoment(signature.signedAt))}` : needed ? words.needed : words.notNeeded}
        </span>
      </div>
      {signature ? (
        <SignatureImage name={signature.name} strokes={signature.strokes} />
      ) : (
        needed && <StatusBadge tone="warn">{words.notSigned}</StatusBadge>
      )}
      <Button
        icon="signature"
        look={signature ? 'quiet' : 'secondary'}
        disabled={disabled}
        label={`${signature ? words.signAgain : words.sign}: ${words.signatureRoles[role]}`}
        onClick={onSign}
      >
        {signature ? words.signAgain : words.sign}
      </Button>
    </div>
  );
}
