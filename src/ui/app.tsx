/** The whole app on screen: opening, signed out, at work inside the frame, or without its database. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { fileCounts } from '../data/held-files.ts';
import { type OutboxCounts, watchCounts } from '../data/outbox.ts';
import { readSetting } from '../data/settings.ts';
import { type App, AppContext, type SignInAnswer } from './app-context.ts';
import { AppError } from './app-error.tsx';
import { areaNameOf, useAreas } from './area-names.ts';
import { frameWords } from './frame-words.ts';
import { Loading } from './kit/page-state.tsx';
import { LostDatabase, type LostReason } from './lost-database.tsx';
import { navigationFor } from './navigation-entries.ts';
import { Notices } from './notices.tsx';
import { GalleryRoutes, Routes } from './routes.tsx';
import { AppFrame } from './shell.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { syncSummaryOf } from './sync-summary.ts';
import { useLive } from './use-live.ts';
import { useWords } from './words/words.ts';

/** `emptied`: the officer whose database was here and is gone. */
export type Stage =
  | { kind: 'opening' }
  | { kind: 'signedOut'; emptied?: string }
  | { kind: 'open'; app: App }
  | { kind: 'lost'; reason: LostReason };

export interface PantauProps {
  stage: ReadonlySignal<Stage>;
  signIn: (username: string, password: string) => Promise<SignInAnswer>;
  /** Told whenever another screen is shown. */
  onScreen: () => void;
}

export function Pantau(props: PantauProps) {
  return (
    <AppError>
      <LocationProvider>
        <Standing {...props} />
      </LocationProvider>
    </AppError>
  );
}

function Standing({ stage, signIn, onScreen }: PantauProps) {
  const { path, route } = useLocation();
  const now = stage.value;
  // Whoever signs in begins at the beginning, not where somebody else stopped.
  const home = () => route('/', true);
  if (GalleryRoutes && path === '/kit') return <GalleryRoutes />;
  if (now.kind === 'lost') return <LostDatabase reason={now.reason} />;
  if (now.kind === 'opening') return <Loading />;
  if (now.kind === 'signedOut' || path === '/masuk') {
    const emptied = now.kind === 'signedOut' ? now.emptied : undefined;
    return <SignInScreen signIn={signIn} onSignedIn={home} emptied={emptied} atWork={now.kind === 'open'} />;
  }
  return <AtWork key={now.app.session.officer.id} app={now.app} onScreen={onScreen} />;
}

function AtWork({ app, onScreen }: { app: App; onScreen: () => void }) {
  const words = useWords(frameWords);
  const { db } = app;
  const session = useSession(app);
  const value = useMemo(() => ({ ...app, session }), [app, session]);
  const counts = useCounts(db);
  const sync = useLive(() => readSetting(db, 'sync'), [db]).value;
  const files = useLive(() => fileCounts(db), [db]).value;
  const areas = useAreas(db);
  const [leaving, setLeaving] = useState(false);
  const { role, name } = session.officer;
  const places = session.officer.areas.map((code) => areaNameOf(areas, code)).join(', ');
  return (
    <AppContext.Provider value={value}>
      <AppFrame
        navigation={navigationFor(role, words)}
        sync={syncSummaryOf(counts, sync, files)}
        signedIn={{ name, role: `${words.roles[role]}, ${places}` }}
        onSignOut={() => setLeaving(true)}
        version={app.appVersion}
        notices={<Notices isDemo={session.isDemo} sync={sync} />}
      >
        <Routes onScreen={onScreen} />
      </AppFrame>
      {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </AppContext.Provider>
  );
}

function useCounts(db: App['db']): OutboxCounts | undefined {
  const [counts, setCounts] = useState<OutboxCounts>();
  useEffect(() => watchCounts(db, setCounts), [db]);
  return counts;
}

/** Name, role and areas come down with every exchange; the session changes only when they do. */
function useSession(app: App): App['session'] {
  const live = useLive(() => readSetting(app.db, 'session'), [app.db]).value;
  const current = live ?? app.session;
  const text = JSON.stringify([current.officer, current.isDemo, current.token === '']);
  const session = useMemo(() => current, [text]);
  useEffect(() => {
    // Another tab signed this officer out.
    if (session.token === '') void app.signOut();
  }, [session, app]);
  return session;
}
