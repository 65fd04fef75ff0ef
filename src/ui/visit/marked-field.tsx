/** Lets the form find the field a problem speaks of. */
import type { ComponentChildren } from 'preact';

export const MarkedField = ({ name, children }: { name: string; children: ComponentChildren }) => <div data-field={name}>{children}</div>;

/** Brings the field into sight and puts the focus into it. */
export function showField(form: HTMLElement | null, name: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  const input = field?.querySelector<HTMLElement>('input, select, textarea, canvas, button');
  (field ?? form)?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}
