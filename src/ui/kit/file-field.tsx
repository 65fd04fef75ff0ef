/** Handing in a file: a big target that also takes what is dropped on it. */
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface FileFieldProps {
  label: string;
  hint?: string;
  /** '.csv,.xlsx' */
  accept?: string;
  onFile: (file: File) => void;
  disabled?: boolean;
}

export function FileField({ label, hint, accept, onFile, disabled }: FileFieldProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  };
  return (
    <label
      class={over ? 'file over' : 'file'}
      for={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name="upload" size={36} />
      <strong>{label}</strong>
      {hint && <span class="small muted">{hint}</span>}
      <input
        id={id}
        class="unseen"
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file, mended and chosen again, must count as a change.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
