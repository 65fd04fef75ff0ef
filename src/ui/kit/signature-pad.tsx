/** A place to sign with finger, pen or mouse, and the signature shown again on screen and paper. */
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { type Point, padHeight, padWidth, pathOf, type Stroke, strokeOf } from './signature-strokes.ts';
import './signature-pad.css';
import { theme } from './theme.ts';

const penWidth = 70;
const mostStrokes = 400;

export interface SignaturePadProps {
  /** Who signs, as a name or a role. */
  name: string;
  strokes: readonly Stroke[];
  onStrokes: (strokes: Stroke[]) => void;
  disabled?: boolean;
}

export function SignaturePad({ name, strokes, onStrokes, disabled }: SignaturePadProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<{ pointer: number; points: Point[] } | undefined>(undefined);

  const draw = () => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const width = element.clientWidth;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(element.clientHeight * ratio);
    context.scale((width * ratio) / padWidth, (width * ratio) / padWidth);
    context.lineWidth = penWidth;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = getComputedStyle(element).color;
    context.stroke(new Path2D(pathOf(drawing.current ? [...strokes, strokeOf(drawing.current.points, width)] : strokes)));
  };

  useEffect(draw, [strokes, theme.value]);
  const redraw = useRef(draw);
  redraw.current = draw;
  useEffect(() => {
    if (!canvas.current) return;
    const observer = new ResizeObserver(() => redraw.current());
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);

  const pointsOf = (event: PointerEvent): Point[] => {
    const box = canvas.current?.getBoundingClientRect();
    const moves = event.getCoalescedEvents?.() ?? [];
    return (moves.length > 0 ? moves : [event]).map((move) => ({ x: move.clientX - (box?.left ?? 0), y: move.clientY - (box?.top ?? 0) }));
  };
  const finish = () => {
    const { points } = drawing.current ?? {};
    drawing.current = undefined;
    if (points && canvas.current && strokes.length < mostStrokes) onStrokes([...strokes, strokeOf(points, canvas.current.clientWidth)]);
  };

  return (
    <fieldset class="field" aria-label={words.signatureArea(name)}>
      <div class="row apart">
        <span class="field-label">{name}</span>
        <Button look="quiet" icon="undo" disabled={disabled || strokes.length === 0} onClick={() => onStrokes([])}>
          {words.signatureClear}
        </Button>
      </div>
      <div class="signature">
        <canvas
          ref={canvas}
          onPointerDown={(event) => {
            // A resting palm is a second pointer; it must not draw.
            if (disabled || drawing.current || event.button !== 0) return;
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            drawing.current = { pointer: event.pointerId, points: pointsOf(event) };
            draw();
          }}
          onPointerMove={(event) => {
            if (drawing.current?.pointer !== event.pointerId) return;
            drawing.current.points.push(...pointsOf(event));
            draw();
          }}
          onPointerUp={(event) => {
            if (drawing.current?.pointer === event.pointerId) finish();
          }}
          onPointerCancel={(event) => {
            if (drawing.current?.pointer === event.pointerId) finish();
          }}
        />
        {strokes.length === 0 && <span class="signature-hint">{words.signHere}</span>}
      </div>
    </fieldset>
  );
}

export function SignatureImage({ name, strokes }: { name: string; strokes: readonly Stroke[] }) {
  const words = useWords();
  return (
    <svg
      class="signature-image"
      viewBox={`0 0 ${padWidth} ${padHeight}`}
      stroke-width={penWidth}
      role="img"
      aria-label={words.signatureOf(name)}
    >
      <path d={pathOf(strokes)} />
    </svg>
  );
}
