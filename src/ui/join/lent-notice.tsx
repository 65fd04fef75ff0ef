/** Says that a meeting came from another tablet, for as long as the office's own row has not. */
import { isLent } from '../../data/lend.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { joinWords } from './join-words.ts';

export function LentNotice({ meetingId }: { meetingId: string }) {
  const words = useWords(joinWords);
  const { db } = useApp();
  const { value } = useLive(() => isLent(db, 'ratMeeting', meetingId), [db, meetingId]);
  if (!value) return null;
  return (
    <Banner tone="info" title={words.lentTitle}>
      {words.lentBody}
    </Banner>
  );
}
