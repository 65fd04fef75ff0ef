/** A code on the screen, black on white in every theme, as large as there is room. */
import { useMemo } from 'preact/hooks';
import encodeQR from 'qr';
import './scan.css';

/** Dots of white that a reader needs around it. */
const border = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => drawingOf(text), [text]);
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

function drawingOf(text: string): { path: string; size: number } {
  const code = encodeQR(text, 'raw', { ecc: 'low', border });
  const path = code.flatMap((dots, y) => dots.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { path, size: code.length };
}
