/** The camera while codes are being read: open only as long as somebody looks at it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CodeReader, openReader } from './reader.ts';

export type ScannerState =
  | 'opening'
  | 'reading'
  /** The officer, or the tablet's settings, do not let the app use the camera. */
  | 'refused'
  | 'noCamera'
  /** It is there and does not open: another app has it, as a rule. */
  | 'failed';

/** Between two looks: quick enough for a card that is held out, slow enough for the battery. */
const lookEveryMs = 120;

export interface Scanner {
  video: { current: HTMLVideoElement | null };
  state: ScannerState;
  again: () => void;
}

/** `onText` hears every code in every look, the same one again and again while it is held there. */
export function useScanner(onText: (text: string) => void): Scanner {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ScannerState>('opening');
  const [attempt, setAttempt] = useState(0);
  const heard = useRef(onText);
  heard.current = onText;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async (reader: CodeReader) => {
      const source = video.current;
      if (isGone || !source) return;
      // What cannot be read in one picture is looked for in the next.
      const texts = source.readyState < 2 || document.hidden ? [] : await reader.read(source).catch(() => []);
      if (isGone) return;
      for (const text of texts) heard.current(text);
      timer = setTimeout(() => void look(reader), lookEveryMs);
    };
    const open = async () => {
      setState('opening');
      try {
        if (!navigator.mediaDevices) throw new DOMException('', 'NotFoundError');
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 } } });
        const reader = await openReader();
        if (isGone || !video.current) return close();
        video.current.srcObject = stream;
        await video.current.play();
        setState('reading');
        void look(reader);
      } catch (error) {
        close();
        if (!isGone) setState(stateAfter(error));
      }
    };
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
      stream = undefined;
    };
    void open();
    return () => {
      isGone = true;
      clearTimeout(timer);
      close();
    };
  }, [attempt]);
  return { video, state, again: () => setAttempt(attempt + 1) };
}

function stateAfter(error: unknown): ScannerState {
  const { name } = error as DOMException;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'noCamera' : 'failed';
}
