/** Which screen stands at which address. What the first screen does not need is loaded when it is asked for. */
import { Route, Router } from 'preact-iso';
import { isOffice } from '../domain/officer.ts';
import { useApp } from './app-context.ts';
import { CooperativesScreen } from './cooperatives/cooperatives-screen.tsx';
import { later, NowhereScreen } from './screen-missing.tsx';
import { TodayScreen } from './today/today-screen.tsx';

const CooperativeScreen = later(() => import('./cooperative/cooperative-screen.tsx').then((room) => room.CooperativeScreen));
const MeetingRoutes = later(() => import('./meeting/meeting-routes.tsx').then((room) => room.MeetingRoutes));
const VisitRoutes = later(() => import('./visit/visit-routes.tsx').then((room) => room.VisitRoutes));
const MeetingsRoutes = later(() => import('./own-lists/meetings-routes.tsx').then((room) => room.MeetingsRoutes));
const ProfileEditScreen = later(() => import('./cooperative/profile-edit-screen.tsx').then((room) => room.ProfileEditScreen));
const VisitsListScreen = later(() => import('./own-lists/visits-list-screen.tsx').then((room) => room.VisitsListScreen));
const TabletSettingsScreen = later(() => import('./tablet-settings/tablet-settings-screen.tsx').then((room) => room.TabletSettingsScreen));
const AboutScreen = later(() => import('./tablet-settings/about-screen.tsx').then((room) => room.AboutScreen));
const SyncScreen = later(() => import('./outbox/sync-screen.tsx').then((room) => room.SyncScreen));
const ConflictScreen = later(() => import('./conflict/conflict-screen.tsx').then((room) => room.ConflictScreen));
const ConflictListScreen = later(() => import('./conflict/conflict-list-screen.tsx').then((room) => room.ConflictListScreen));

const OfficeRoutes = later(() => import('./office/office-routes.tsx').then((room) => room.OfficeRoutes));

export function Routes({ onScreen }: { onScreen: () => void }) {
  const { role } = useApp().session.officer;
  return (
    <Router onRouteChange={onScreen}>
      <Route path="/" component={TodayScreen} />
      <Route path="/koperasi" component={CooperativesScreen} />
      <Route path="/koperasi/:cooperativeId" component={CooperativeScreen} />
      <Route path="/koperasi/:cooperativeId/ubah" component={ProfileEditScreen} />
      <Route path="/koperasi/:cooperativeId/perbedaan" component={ConflictScreen} />
      <Route path="/koperasi/:cooperativeId/kunjungan/*" component={VisitRoutes} />
      <Route path="/koperasi/:cooperativeId/rat/*" component={MeetingRoutes} />
      <Route path="/kunjungan" component={VisitsListScreen} />
      <Route path="/rat/:part?" component={MeetingsRoutes} />
      <Route path="/perbedaan" component={ConflictListScreen} />
      <Route path="/sinkron" component={SyncScreen} />
      {isOffice(role) ? <Route path="/kantor/*" component={OfficeRoutes} /> : []}
      <Route path="/setelan" component={TabletSettingsScreen} />
      <Route path="/tentang" component={AboutScreen} />
      <Route default component={NowhereScreen} />
    </Router>
  );
}

const Gallery = import.meta.env.DEV ? later(() => import('./kit/gallery.tsx').then((room) => room.Gallery)) : undefined;

/** The kit on one page, for whoever builds a screen; undefined in what is shipped. */
export const GalleryRoutes =
  Gallery &&
  (() => (
    <Router>
      <Route path="/kit" component={Gallery} />
      <Route default component={NowhereScreen} />
    </Router>
  ));
