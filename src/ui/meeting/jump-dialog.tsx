/** Letters to jump to in a long list, and the order it goes by. */
import { Button } from '../kit/button.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import type { Jump, RollOrder } from './roll-entries.ts';

export interface JumpDialogProps {
  open: boolean;
  jumps: readonly Jump[];
  order: RollOrder;
  onOrder: (order: RollOrder) => void;
  onJump: (place: number) => void;
  onClose: () => void;
}

export function JumpDialog({ open, jumps, order, onOrder, onJump, onClose }: JumpDialogProps) {
  const words = useWords(meetingWords);
  return (
    <Dialog open={open} onClose={onClose} title={words.jump}>
      <ChoiceList
        label={words.orderLabel}
        segments
        value={order}
        onValue={onOrder}
        choices={[
          { value: 'name', label: words.orders.name },
          { value: 'number', label: words.orders.number },
        ]}
      />
      <div class={order === 'name' ? 'jumps' : 'jumps wide'}>
        {jumps.map(({ label, place }) => (
          <Button key={place} onClick={() => onJump(place)}>
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
