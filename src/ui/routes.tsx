/** Which screen stands at which address. What the first screen does not need is loaded when it is asked for. */
import { lazy, Route, Router } from 'preact-iso';
import { NowhereScreen } from './screen-missing.tsx';
import { TodayScreen } from './today/today-screen.tsx';

export function Routes({ onScreen }: { onScreen: () => void }) {
  return (
    <Router onRouteChange={onScreen}>
      <Route path="/" component={TodayScreen} />
      {import.meta.env.DEV && <Route path="/kit" component={Gallery} />}
      <Route default component={NowhereScreen} />
    </Router>
  );
}

const Gallery = lazy(() => import('./kit/gallery.tsx').then((room) => ({ default: room.Gallery })));
