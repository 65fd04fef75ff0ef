/** Pieces of a page: a section with its ruled heading, a card, and facts as label and value. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';

export interface SectionProps {
  title: string;
  /** A figure or a link at the right of the heading. */
  side?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ title, side, children }: SectionProps) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {side && <span class="count">{side}</span>}
      </div>
      {children}
    </section>
  );
}

export interface CardProps {
  title?: string;
  side?: ComponentChildren;
  children: ComponentChildren;
}

export function Card({ title, side, children }: CardProps) {
  return (
    <div class="card">
      {(title || side) && (
        <div class="card-head">
          {title && <h3>{title}</h3>}
          {side}
        </div>
      )}
      {children}
    </div>
  );
}

/** Label and value; a value of undefined is said to be missing rather than left out. */
export type Fact = readonly [label: string, value: ComponentChildren];

export function DefinitionList({ facts }: { facts: readonly Fact[] }) {
  const words = useWords();
  return (
    <dl class="facts">
      {facts.map(([label, value]) => {
        const missing = value === undefined || value === null || value === '';
        return (
          <div class="fact" key={label}>
            <dt>{label}</dt>
            <dd class={missing ? 'none' : undefined}>{missing ? words.notFilled : value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
