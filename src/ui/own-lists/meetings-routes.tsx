/** The list of meetings, and the way in for a tablet that takes one over from another. */
import { later, NowhereScreen } from '../screen-missing.tsx';
import { MeetingsListScreen } from './meetings-list-screen.tsx';

const JoinScreen = later(() => import('../join/join-screen.tsx').then((room) => room.JoinScreen));

export function MeetingsRoutes({ part }: { part?: string }) {
  if (part === undefined) return <MeetingsListScreen />;
  return part === 'gabung' ? <JoinScreen /> : <NowhereScreen />;
}
