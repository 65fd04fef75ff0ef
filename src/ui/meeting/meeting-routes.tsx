/** Which screen of a meeting stands at which address below its cooperative. */
import { Route, Router } from 'preact-iso';
import { later, NowhereScreen } from '../screen-missing.tsx';

const MeetingPlanScreen = later(() => import('./meeting-plan-screen.tsx').then((room) => room.MeetingPlanScreen));
const MeetingScreen = later(() => import('./meeting-screen.tsx').then((room) => room.MeetingScreen));
const RosterScreen = later(() => import('./roster-screen.tsx').then((room) => room.RosterScreen));
const CardsScreen = later(() => import('./cards-screen.tsx').then((room) => room.CardsScreen));
const ShowScreen = later(() => import('../join/show-screen.tsx').then((room) => room.ShowScreen));
const RollCallScreen = later(() => import('./roll-call-screen.tsx').then((room) => room.RollCallScreen));
const MinutesScreen = later(() => import('../minutes/minutes-screen.tsx').then((room) => room.MinutesScreen));
const SigningScreen = later(() => import('../minutes/signing-screen.tsx').then((room) => room.SigningScreen));
const MinutesDocument = later(() => import('../minutes/minutes-document.tsx').then((room) => room.MinutesDocument));
const NotesDocument = later(() => import('../minutes/minutes-document.tsx').then((room) => room.NotesDocument));
const AttendanceDocument = later(() => import('../minutes/attendance-document.tsx').then((room) => room.AttendanceDocument));

export function MeetingRoutes({ cooperativeId }: { cooperativeId: string }) {
  const of = { cooperativeId };
  return (
    <Router>
      <Route path="/baru/:meetingId" component={MeetingPlanScreen} {...of} />
      <Route path="/:meetingId" component={MeetingScreen} {...of} />
      <Route path="/:meetingId/roster" component={RosterScreen} {...of} />
      <Route path="/:meetingId/kartu" component={CardsScreen} {...of} />
      <Route path="/:meetingId/tablet" component={ShowScreen} {...of} />
      <Route path="/:meetingId/hadir" component={RollCallScreen} {...of} />
      <Route path="/:meetingId/notulen" component={MinutesScreen} {...of} />
      <Route path="/:meetingId/tandatangan" component={SigningScreen} {...of} />
      <Route path="/:meetingId/berita-acara" component={MinutesDocument} {...of} />
      <Route path="/:meetingId/lembar-notulen" component={NotesDocument} {...of} />
      <Route path="/:meetingId/daftar-hadir" component={AttendanceDocument} {...of} />
      <Route default component={NowhereScreen} />
    </Router>
  );
}
