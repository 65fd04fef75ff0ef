/** How far a longer piece of work is: preparing, roll call, minutes, signing. */
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';
import './steps.css';

export interface Step {
  key: string;
  label: string;
  done: boolean;
  /** Where a tap leads; a step without it cannot be opened yet. */
  href?: string;
}

export function Steps({ steps, current }: { steps: readonly Step[]; current: string }) {
  const words = useWords();
  const place = steps.findIndex((step) => step.key === current);
  const spoken = words.step(place + 1, steps.length, steps[place]?.label ?? '');
  return (
    <nav class="steps no-print" aria-label={spoken}>
      <ol class="step-list">
        {steps.map((step, index) => {
          const className = `step${index === place ? ' now' : step.done ? ' done' : ''}`;
          const inside = (
            <>
              <span class="step-mark">
                {step.done ? <Icon name="check" size={18} /> : <span class="figure">{index + 1}</span>}
                {step.done && <span class="unseen">{words.stepDone}: </span>}
              </span>
              <span class="step-name">{step.label}</span>
            </>
          );
          return (
            <li key={step.key}>
              {step.href && index !== place ? (
                <a class={className} href={step.href}>
                  {inside}
                </a>
              ) : (
                <span class={className} aria-current={index === place ? 'step' : undefined}>
                  {inside}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p class="steps-now" aria-hidden="true">
        {spoken}
      </p>
    </nav>
  );
}
