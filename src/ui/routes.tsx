/** Which screen stands at which address. What the first screen does not need is loaded when it is asked for. */
import { Route, Router } from 'preact-iso';
import { isOffice } from '../domain/officer.ts';
import { useApp } from './app-context.ts';
import { CooperativesScreen } from './cooperatives/cooperatives-screen.tsx';
import { later, NowhereScreen } from './screen-missing.tsx';
import { TodayScreen } from './today/today-screen.tsx';

const CooperativeScreen = later(() => import('./cooperative/cooperative-screen.tsx').then((room) => room.CooperativeScreen));
const MeetingPlanScreen = later(() => import('./meeting/meeting-plan-screen.tsx').then((room) => room.MeetingPlanScreen));
const MeetingScreen = later(() => import('./meeting/meeting-screen.tsx').then((room) => room.MeetingScreen));
const RosterScreen = later(() => import('./meeting/roster-screen.tsx').then((room) => room.RosterScreen));
const RollCallScreen = later(() => import('./meeting/roll-call-screen.tsx').then((room) => room.RollCallScreen));
const MinutesScreen = later(() => import('./minutes/minutes-screen.tsx').then((room) => room.MinutesScreen));
const SigningScreen = later(() => import('./minutes/signing-screen.tsx').then((room) => room.SigningScreen));
const MinutesDocument = later(() => import('./minutes/minutes-document.tsx').then((room) => room.MinutesDocument));
const NotesDocument = later(() => import('./minutes/minutes-document.tsx').then((room) => room.NotesDocument));
const AttendanceDocument = later(() => import('./minutes/attendance-document.tsx').then((room) => room.AttendanceDocument));
const ProfileEditScreen = later(() => import('./cooperative/profile-edit-screen.tsx').then((room) => room.ProfileEditScreen));
const VisitsListScreen = later(() => import('./own-lists/visits-list-screen.tsx').then((room) => room.VisitsListScreen));
const MeetingsListScreen = later(() => import('./own-lists/meetings-list-screen.tsx').then((room) => room.MeetingsListScreen));
const TabletSettingsScreen = later(() => import('./tablet-settings/tablet-settings-screen.tsx').then((room) => room.TabletSettingsScreen));
const AboutScreen = later(() => import('./tablet-settings/about-screen.tsx').then((room) => room.AboutScreen));
const SyncScreen = later(() => import('./outbox/sync-screen.tsx').then((room) => room.SyncScreen));
const ConflictScreen = later(() => import('./conflict/conflict-screen.tsx').then((room) => room.ConflictScreen));
const ConflictListScreen = later(() => import('./conflict/conflict-list-screen.tsx').then((room) => room.ConflictListScreen));
const VisitFormScreen = later(() => import('./visit/visit-form-screen.tsx').then((room) => room.VisitFormScreen));
const VisitScreen = later(() => import('./visit/visit-screen.tsx').then((room) => room.VisitScreen));

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
      <Route path="/koperasi/:cooperativeId/kunjungan/baru/:visitId" component={VisitFormScreen} />
      <Route path="/koperasi/:cooperativeId/kunjungan/:visitId" component={VisitScreen} />
      <Route path="/koperasi/:cooperativeId/rat/baru/:meetingId" component={MeetingPlanScreen} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId" component={MeetingScreen} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/roster" component={RosterScreen} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/hadir" component={RollCallScreen} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/notulen" component={MinutesScreen} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/tandatangan" component={SigningScreen} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/berita-acara" component={MinutesDocument} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/lembar-notulen" component={NotesDocument} />
      <Route path="/koperasi/:cooperativeId/rat/:meetingId/daftar-hadir" component={AttendanceDocument} />
      <Route path="/kunjungan" component={VisitsListScreen} />
      <Route path="/rat" component={MeetingsListScreen} />
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
