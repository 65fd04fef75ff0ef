/** Catches what a screen throws, and says in words what is safe instead of going blank. */
import { Component, type ComponentChildren } from 'preact';
import { Banner } from './kit/banner.tsx';
import { Button } from './kit/button.tsx';
import { useWords } from './words/words.ts';

export interface AppErrorProps {
  children: ComponentChildren;
  /** Told of every caught error, for the device's own log. */
  onError?: (error: Error) => void;
}

export class AppError extends Component<AppErrorProps, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static override getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(error instanceof Error ? error : new Error(String(error)));
  }

  override render() {
    return this.state.error ? <Stopped error={this.state.error} /> : this.props.children;
  }
}

function Stopped({ error }: { error: Error }) {
  const words = useWords();
  return (
    <div class="gate">
      <main class="stack">
        <Banner
          tone="bad"
          urgent
          title={words.failure.title}
          actions={
            <Button look="primary" icon="sync" onClick={() => location.reload()}>
              {words.reload}
            </Button>
          }
        >
          <p>{words.failure.safe}</p>
          <p>{words.failure.act}</p>
        </Banner>
        <details class="small muted">
          <summary>{words.failure.detail}</summary>
          <code>{String(error)}</code>
        </details>
      </main>
    </div>
  );
}
