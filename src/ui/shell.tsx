/** The frame around every screen: the index of tabs, the title bar with what the office has, the page. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from './kit/button.tsx';
import { showCount, showRecent } from './kit/figures.ts';
import { Icon } from './kit/icon.tsx';
import { Toasts } from './kit/toast.tsx';
import { isWithin, type NavigationEntry, phoneEntries, type SignedIn, type SyncSummary } from './navigation.ts';
import { SettingsDialog } from './settings.tsx';
import { cameFrom, follow } from './trail.ts';
import { useWords } from './words/words.ts';

export interface AppFrameProps {
  /** In order of use; on phones the first four are tabs and the rest lie behind the fifth. */
  navigation: readonly NavigationEntry[];
  sync: SyncSummary;
  syncHref?: string;
  signedIn: SignedIn;
  onSignOut: () => void;
  version?: string;
  /** What every screen must show: the demo mark, a full disk, a new version. */
  notices?: ComponentChildren;
  children: ComponentChildren;
}

interface FrameState {
  sync: SyncSummary;
  syncHref: string;
  notices: ComponentChildren;
}

const FrameContext = createContext<FrameState | undefined>(undefined);

/** Stands once around the router, so that the index stays put while screens come and go. */
export function AppFrame(props: AppFrameProps) {
  const { navigation, sync, syncHref = '/sinkron', notices, children } = props;
  const words = useWords();
  const { path, url } = useLocation();
  follow(url);
  const [settings, setSettings] = useState(false);
  useEffect(() => setSettings(false), [path]);
  const rest = navigation.slice(phoneEntries);
  return (
    <FrameContext.Provider value={{ sync, syncHref, notices }}>
      <div class="frame">
        <a class="unseen" href="#content">
          {words.skipToContent}
        </a>
        <div class="index">
          <nav aria-label={words.navigation}>
            <div class="index-brand">
              <Icon name="mark" size={32} />
              {words.appName}
            </div>
            <ul>
              {navigation.map((entry, place) => (
                <li key={entry.href} class={place < phoneEntries ? undefined : 'rail-only'}>
                  <IndexLink entry={entry} path={path} />
                </li>
              ))}
              <li class="last">
                <button
                  type="button"
                  class={rest.some((entry) => isWithin(path, entry.href)) ? 'index-entry here' : 'index-entry'}
                  aria-haspopup="dialog"
                  onClick={() => setSettings(true)}
                >
                  <Icon name="more" />
                  {words.more}
                </button>
              </li>
            </ul>
          </nav>
        </div>
        {children}
        <Toasts />
        <SettingsDialog
          open={settings}
          onClose={() => setSettings(false)}
          rest={rest}
          signedIn={props.signedIn}
          onSignOut={props.onSignOut}
          version={props.version}
        />
      </div>
    </FrameContext.Provider>
  );
}

function IndexLink({ entry, path }: { entry: NavigationEntry; path: string }) {
  return (
    <a class="index-entry" href={entry.href} aria-current={isWithin(path, entry.href) ? 'page' : undefined}>
      <Icon name={entry.icon} />
      <span>{entry.label}</span>
      {entry.count ? <span class="tally">{showCount(entry.count)}</span> : null}
    </a>
  );
}

export interface ShellProps {
  title: string;
  /** Where the arrow leads; without it there is none. */
  back?: string;
  /** Buttons that belong to the whole page; they stay in sight at its foot. */
  actions?: ComponentChildren;
  /** Uses the full width, for tables. */
  wide?: boolean;
  children: ComponentChildren;
}

/** One screen: its title, its content, its actions. */
export function Shell({ title, back, actions, wide, children }: ShellProps) {
  const frame = useContext(FrameContext);
  const heading = useRef<HTMLHeadingElement>(null);
  const foot = useFoot();
  useTitle(title);
  // A screen reader follows the title to the new page; a field that already took the focus keeps it.
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body || document.activeElement.closest('.index'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={frame ? 'page' : undefined}>
      <header class="bar">
        {back !== undefined && <BackLink href={back} />}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {frame && <SyncChip summary={frame.sync} href={frame.syncHref} />}
      </header>
      <main id="content" class={wide ? 'content wide stack' : 'content stack'}>
        {frame?.notices}
        {children}
      </main>
      {actions && (
        <footer class="bar-actions" ref={foot}>
          {actions}
        </footer>
      )}
    </div>
  );
}

/** Tells the looks how high the foot is, so that nothing that floats or gets the focus lies behind its buttons. */
function useFoot() {
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!foot) return;
    const { style } = document.documentElement;
    const tell = () => style.setProperty('--foot-height', `${foot.offsetHeight}px`);
    const observer = new ResizeObserver(tell);
    tell();
    observer.observe(foot);
    return () => {
      observer.disconnect();
      style.removeProperty('--foot-height');
    };
  }, [foot]);
  return setFoot;
}

function useTitle(title: string): void {
  const { appName } = useWords();
  useEffect(() => {
    document.title = `${title} · ${appName}`;
  }, [title, appName]);
}

function BackLink({ href }: { href: string }) {
  const words = useWords();
  return (
    <a
      class="button quiet icon-only back"
      href={href}
      aria-label={words.back}
      onClick={(event) => {
        if (!cameFrom(href)) return;
        event.preventDefault();
        // The router listens further up and would push the same page a second time.
        event.stopPropagation();
        history.back();
      }}
    >
      <Icon name="back" />
    </a>
  );
}

/** Always in sight: what is only on this tablet, and since when the office has the rest. */
export function SyncChip({ summary, href }: { summary: SyncSummary; href: string }) {
  const { sync: words } = useWords();
  const { state, waiting, trouble, lastContactAt } = summary;
  const contact = lastContactAt === undefined ? words.never : words.lastContact(showRecent(lastContactAt, Date.now()));
  const [tone, icon, text, short, detail] =
    state === 'sending'
      ? (['info', 'sync', words.sending, words.sendingShort, contact] as const)
      : state === 'receiving'
        ? (['info', 'sync', words.receiving, words.receivingShort, words.notComplete] as const)
        : trouble > 0
          ? (['bad', 'warning', words.trouble(showCount(trouble)), words.troubleShort(showCount(trouble)), contact] as const)
          : waiting > 0
            ? (['warn', 'tablet', words.waiting(showCount(waiting)), words.waitingShort(showCount(waiting)), words.savedHere] as const)
            : (['good', 'office', words.allAtOffice, words.allAtOfficeShort, contact] as const);
  return (
    <a class={`sync-chip ${tone}`} href={href} aria-label={`${text}, ${detail}`}>
      <Icon name={icon} size={22} class={state === 'idle' ? undefined : 'spin'} />
      <span class="short">{short}</span>
      <span class="long">
        {text}
        <small>{detail}</small>
      </span>
    </a>
  );
}

/** A page outside the frame, for signing in. */
export function Gate({ title, children }: { title: string; children: ComponentChildren }) {
  const words = useWords();
  const [settings, setSettings] = useState(false);
  useTitle(title);
  return (
    <div class="gate">
      <main class="stack">
        <div class="gate-brand">
          <Icon name="mark" size={44} />
          {words.appName}
        </div>
        <p class="muted">{words.appPurpose}</p>
        <h1>{title}</h1>
        {children}
        <Button look="quiet" icon="contrast" onClick={() => setSettings(true)}>
          {words.languageName} · {words.theme}
        </Button>
        <SettingsDialog open={settings} onClose={() => setSettings(false)} rest={[]} />
      </main>
    </div>
  );
}
