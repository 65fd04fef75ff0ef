/** Which of the office's screens stands at which address; loaded only by those who work there. */
import { Route, Router } from 'preact-iso';
import { later, NowhereScreen } from '../screen-missing.tsx';

const RegisterTableScreen = later(() => import('./register-table-screen.tsx').then((room) => room.RegisterTableScreen));
const VerificationQueueScreen = later(() => import('./verification-queue-screen.tsx').then((room) => room.VerificationQueueScreen));
const VerificationScreen = later(() => import('./verification-screen.tsx').then((room) => room.VerificationScreen));
const RecapScreen = later(() => import('./recap-screen.tsx').then((room) => room.RecapScreen));
const ImportScreen = later(() => import('./import-screen.tsx').then((room) => room.ImportScreen));

export function OfficeRoutes() {
  return (
    <Router>
      <Route path="/register" component={RegisterTableScreen} />
      <Route path="/verifikasi" component={VerificationQueueScreen} />
      <Route path="/verifikasi/:cooperativeId/:meetingId" component={VerificationScreen} />
      <Route path="/rekap" component={RecapScreen} />
      <Route path="/impor" component={ImportScreen} />
      <Route default component={NowhereScreen} />
    </Router>
  );
}
