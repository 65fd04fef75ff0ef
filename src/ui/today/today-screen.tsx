/** Hari ini: what the officer left unfinished, what is planned, what is due, what the office does not have yet. */
import { frameWords } from '../frame-words.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';

export function TodayScreen() {
  const words = useWords(frameWords);
  return <Shell title={words.today}>{null}</Shell>;
}
