/** How the SHU is shared out, with the running sum against it. */
import { newId } from '../../data/id.ts';
import { shuToShare } from '../../domain/minutes-check.ts';
import { Button } from '../kit/button.tsx';
import { showRupiah, showShare } from '../kit/figures.ts';
import { RupiahField } from '../kit/number-field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useWords } from '../words/words.ts';
import { type ShareTyped, sumOfShares, usualPurposes } from './minutes-draft.ts';
import type { MinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';

const isUsual = ({ purpose }: ShareTyped): boolean => usualPurposes.some((usual) => usual === purpose);

export function ShuPart({ form }: { form: MinutesForm }) {
  const words = useWords(minutesWords);
  const { draft, content, change } = form;
  const { shares } = draft;
  const shu = shuToShare(content.ratified);
  const rest = shu === undefined ? undefined : shu - sumOfShares(shares);
  const set = (key: string, part: Partial<ShareTyped>) =>
    change({ shares: shares.map((share) => (share.key === key ? { ...share, ...part } : share)) });
  return (
    <Place id={placeIdOf('shuAllocation')}>
      <div class="stack">
        <SumLine label={words.shuOf} amount={shu} whenBlank={words.shuUnknown} />
        {shu === 0 && <p class="muted">{words.shuLoss}</p>}
        <div class="pair">
          {shares.map((share) => (
            <ShareField
              key={share.key}
              share={share}
              shu={shu}
              rest={rest}
              onChange={(part) => set(share.key, part)}
              {...(isUsual(share) ? {} : { onRemove: () => change({ shares: shares.filter(({ key }) => key !== share.key) }) })}
            />
          ))}
        </div>
        <div class="actions">
          <Button icon="plus" onClick={() => change({ shares: [...shares, { key: newId(), purpose: '' }] })}>
            {words.addShare}
          </Button>
        </div>
        <div class="minutes-sums" role="status">
          <SumLine label={words.sharedSum} amount={sumOfShares(shares)} />
          {rest !== undefined && (
            <SumLine label={rest < 0 ? words.sharedOver : words.sharedRest} amount={Math.abs(rest)} wrong={rest !== 0} />
          )}
        </div>
      </div>
    </Place>
  );
}

function SumLine({ label, amount, whenBlank, wrong }: { label: string; amount: number | undefined; whenBlank?: string; wrong?: boolean }) {
  return (
    <p class={wrong ? 'minutes-sum wrong' : 'minutes-sum'}>
      <span>{label}</span>
      <strong class="figure">{amount === undefined ? whenBlank : showRupiah(amount)}</strong>
    </p>
  );
}

interface ShareFieldProps {
  share: ShareTyped;
  shu: number | undefined;
  rest: number | undefined;
  onChange: (part: Partial<ShareTyped>) => void;
  onRemove?: () => void;
}

function ShareField({ share, shu, rest, onChange, onRemove }: ShareFieldProps) {
  const words = useWords(minutesWords);
  const { purpose, amount } = share;
  const part = shu && amount !== undefined ? showShare(amount / shu) : undefined;
  const name = words.purposes[purpose] ?? (purpose || words.amount);
  return (
    <div class="stack tight">
      {onRemove && (
        <div class="minutes-share-name">
          <TextField corrected label={words.purpose} maxLength={200} value={purpose} onValue={(typed) => onChange({ purpose: typed })} />
          <Button look="quiet" icon="cross" label={words.removeShare(name)} onClick={onRemove} />
        </div>
      )}
      <RupiahField label={name} value={amount} onValue={(typed) => onChange({ amount: typed })} hint={part} />
      {amount === undefined && rest !== undefined && rest > 0 && rest !== shu && (
        <Button look="quiet" onClick={() => onChange({ amount: rest })}>
          {words.fillRest(showRupiah(rest))}
        </Button>
      )}
    </div>
  );
}
