/** The frame of every field: label above, hint and error below, tied to the input for screen readers. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';

export interface FieldLooks {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong and what to do, in words. */
  error?: string;
  optional?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  /** Read out and not shown, where what stands around says it to the eye. */
  hidesLabel?: boolean;
}

interface InputTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export function Field({
  label,
  hint,
  error,
  optional,
  hidesLabel,
  children,
}: FieldLooks & { children: (ties: InputTies) => ComponentChildren }) {
  const id = useId();
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label class={hidesLabel ? 'field-label unseen' : 'field-label'} for={id}>
        <LabelText label={label} optional={optional} />
      </label>
      {children({ id, 'aria-describedby': hint || error ? `${id}-more` : undefined, 'aria-invalid': error ? true : undefined })}
      <FieldMore id={id} hint={hint} error={error} />
    </div>
  );
}

/** The same frame around a group of inputs, named by a legend. */
export function FieldGroup({ label, hint, error, optional, disabled, children }: FieldLooks & { children: ComponentChildren }) {
  const id = useId();
  return (
    <fieldset class={error ? 'field wrong' : 'field'} disabled={disabled} aria-describedby={hint || error ? `${id}-more` : undefined}>
      <legend class="field-label">
        <LabelText label={label} optional={optional} />
      </legend>
      {children}
      <FieldMore id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function LabelText({ label, optional }: { label: string; optional?: boolean | undefined }) {
  const words = useWords();
  return (
    <>
      {label}
      {optional && <small> ({words.optional})</small>}
    </>
  );
}

function FieldMore({ id, hint, error }: { id: string; hint: ComponentChildren; error: string | undefined }) {
  if (!hint && !error) return null;
  return (
    <div id={`${id}-more`}>
      {hint && <div class="field-hint">{hint}</div>}
      {error && (
        <div class="field-error">
          <Icon name="warning" size={20} />
          {error}
        </div>
      )}
    </div>
  );
}

export interface TypedText {
  text: string;
  /** Takes what was typed and keeps it on screen until the field is left. */
  type: (text: string) => void;
  ties: { onFocus: () => void; onBlur: () => void };
}

/**
 * Text under the officer's fingers. The saved value travels through the database and comes back late; while the field has the focus it
 * must not overwrite what was typed since.
 */
export function useTypedText(saved: string, onFocusLost?: () => void): TypedText {
  const [text, setText] = useState(saved);
  const focus = useRef({ here: false, typed: false });
  useEffect(() => {
    if (!focus.current.here) setText(saved);
  }, [saved]);
  return {
    text,
    type: (typed) => {
      focus.current.typed = true;
      setText(typed);
    },
    ties: {
      onFocus: () => {
        focus.current = { here: true, typed: false };
      },
      onBlur: () => {
        if (!focus.current.typed) setText(saved);
        focus.current.here = false;
        onFocusLost?.();
      },
    },
  };
}
