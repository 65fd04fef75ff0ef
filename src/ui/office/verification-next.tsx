/** The way from one RAT that has been decided to the next that waits. */
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { nextWaiting, waitingAmong, waitingHref, waitingSinceOf } from './verification-queue.ts';
import { verificationWords } from './verification-words.ts';

export function NextWaiting({ meetingId, waitingSince }: { meetingId: string; waitingSince: string }) {
  const words = useWords(verificationWords);
  const register = useApp().register.value;
  if (!register) return null;
  const waiting = waitingAmong(register.unsettled)
    .filter((row) => row.id !== meetingId)
    .map(({ id, data }) => ({ meetingId: id, cooperativeId: data.cooperativeId, waitingSince: waitingSinceOf(data) ?? '' }));
  const next = nextWaiting(waiting, { meetingId, waitingSince });
  return next ? (
    <div class="row">
      <LinkButton look="primary" icon="chevron" href={waitingHref(next)}>
        {words.next}
      </LinkButton>
      <span class="muted">{words.nextOf(showCount(waiting.length))}</span>
    </div>
  ) : (
    <div class="row">
      <span>{words.queueDone}</span>
      <LinkButton href="/kantor/verifikasi">{words.toQueue}</LinkButton>
    </div>
  );
}
