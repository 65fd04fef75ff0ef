/** Which screen of a visit stands at which address below its cooperative. */
import { Route, Router } from 'preact-iso';
import { later, NowhereScreen } from '../screen-missing.tsx';

const VisitFormScreen = later(() => import('./visit-form-screen.tsx').then((room) => room.VisitFormScreen));
const VisitScreen = later(() => import('./visit-screen.tsx').then((room) => room.VisitScreen));

export function VisitRoutes({ cooperativeId }: { cooperativeId: string }) {
  return (
    <Router>
      <Route path="/baru/:visitId" component={VisitFormScreen} cooperativeId={cooperativeId} />
      <Route path="/:visitId" component={VisitScreen} cooperativeId={cooperativeId} />
      <Route default component={NowhereScreen} />
    </Router>
  );
}
